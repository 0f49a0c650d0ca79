#include "base/clock.h"
#include "base/digest.h"
#include "base/ids.h"
#include "base/progress.h"
#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <set>

namespace cw {
namespace {

Result<int> half(int number)
{
    if (number % 2 != 0) return Error{ErrorKind::invalidInput, "TEST-001", "odd"};
    return number / 2;
}

Result<std::string> quarter(int number)
{
    CW_TRY(const int once, half(number));
    CW_TRY(const int twice, half(once));
    return std::to_string(twice);
}

Status bothEven(int one, int other)
{
    CW_CHECK(half(one));
    CW_CHECK(half(other));
    return {};
}

TEST(Result, PassesTheValueOn)
{
    EXPECT_EQ("3", *quarter(12));
}

TEST(Result, ReturnsTheFirstError)
{
    const auto failed = quarter(6);
    ASSERT_FALSE(failed);
    EXPECT_EQ("TEST-001", failed.error().id);
    EXPECT_FALSE(bothEven(2, 3));
    EXPECT_TRUE(bothEven(2, 4));
}

TEST(Result, CarriesWhatCanOnlyBeMoved)
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
    const auto taken = std::move(*result);
    EXPECT_EQ(7, *taken);
}

TEST(Error, IsDescribedByIdAndDetail)
{
    EXPECT_EQ("TEST-001: odd", describe(half(1).error()));
}

TEST(Error, EveryKindHasItsOwnName)
{
    std::set<std::string_view> names;
    for (const auto kind :
         {ErrorKind::invalidInput, ErrorKind::notReady, ErrorKind::notFound, ErrorKind::conflict, ErrorKind::denied,
          ErrorKind::unsupported, ErrorKind::corrupt, ErrorKind::io, ErrorKind::busy, ErrorKind::cancelled})
        names.insert(toString(kind));
    EXPECT_EQ(10U, names.size());
}

TEST(Digest, IsSha256)
{
    EXPECT_EQ("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", sha256Hex(""));
    EXPECT_EQ("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", sha256Hex("abc"));
}

TEST(FixedClock, StandsStillUntilItIsSet)
{
    FixedClock clock(Date::of(2025, 3, 18), 10 * 60 + 42);
    EXPECT_EQ("2025-03-18T10:42:00.000Z", clock.now().iso());
    EXPECT_EQ(clock.now(), clock.now());
    EXPECT_EQ("10:42:00", clock.localTime(clock.now()));
    EXPECT_EQ("2025-03-18 10:42", clock.localDateTime(clock.now()));
    clock.set(Date::of(2025, 3, 19), 0);
    EXPECT_EQ("2025-03-19T00:00:00.000Z", clock.now().iso());
    EXPECT_EQ(Date::of(2025, 3, 19), clock.today());
}

TEST(SystemClock, TodayIsTheDayOfNowInUtc)
{
    const SystemClock clock;
    const auto before = clock.now();
    const auto today = clock.today();
    const auto after = clock.now();
    // The test runs with TZ=UTC; the day may turn between the calls.
    EXPECT_TRUE(today.iso() == before.iso().substr(0, 10) || today.iso() == after.iso().substr(0, 10));
}

TEST(Ids, RandomOnesAreValidDistinctAndFitJavaScript)
{
    RandomIdSource source;
    std::set<std::int64_t> seen;
    for (int i = 0; i < 10'000; ++i) {
        const auto id = source.next();
        EXPECT_GT(id, 0);
        EXPECT_LT(id, std::int64_t{1} << 53);
        seen.insert(id);
    }
    EXPECT_EQ(10'000U, seen.size());
}

TEST(Ids, CountingOnesCount)
{
    CountingIdSource source(5);
    EXPECT_EQ(5, source.next());
    EXPECT_EQ(6, source.next());
}

TEST(Ids, ZeroIsNoRow)
{
    EXPECT_FALSE(DiagnosisId{}.isValid());
    EXPECT_TRUE(DiagnosisId{1}.isValid());
}

TEST(Progress, ReportsToTheGivenFunction)
{
    std::string told;
    const Progress progress([&told](std::int64_t done, std::int64_t total, const std::string& what) {
        told = what + " " + std::to_string(done) + "/" + std::to_string(total);
    });
    progress.report(1, 2, "Reading");
    EXPECT_EQ("Reading 1/2", told);
}

TEST(Progress, IsCancelledByItsToken)
{
    std::stop_source source;
    const Progress progress({}, source.get_token());
    EXPECT_FALSE(progress.isCancelled());
    source.request_stop();
    EXPECT_TRUE(progress.isCancelled());
}

TEST(Progress, WithoutListenerIsSilent)
{
    const Progress progress;
    progress.report(1, 2, "Reading");
    EXPECT_FALSE(progress.isCancelled());
}

}  // namespace
}  // namespace cw
