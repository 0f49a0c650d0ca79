#include "app/own_terms.h"

#include "tests/app/library_fixture.h"

namespace cw::test {
namespace {

using app::OwnTerms;

TEST_F(LibraryTest, OwnTermsAreKeptChangedAndRemovedWithAudit)
{
    const auto admin = as("admin");
    OwnTerms terms(*admin);
    const auto added = must(terms.add(" DM2 ", "type 2 diabetes mellitus", "E11.9, e1165;E11.9"));
    EXPECT_EQ("DM2", added.term);
    EXPECT_EQ((std::vector<std::string>{"E119", "E1165"}), added.codes) << "compact, each once";
    EXPECT_EQ("admin", added.addedBy);
    must(terms.change(added, "DM2", "", "E11.8"));
    const auto listed = must(terms.list());
    ASSERT_EQ(1U, listed.size());
    EXPECT_EQ((std::vector<std::string>{"E118"}), listed[0].codes);
    must(terms.remove(listed[0]));
    EXPECT_TRUE(must(terms.list()).empty());
    EXPECT_EQ("3", ask(*admin, "SELECT count(*) FROM audit WHERE action LIKE 'terms.%'"));
}

TEST_F(LibraryTest, OwnTermsRefuseWhatIsNoCodeAndWhoMayNot)
{
    const auto admin = as("admin");
    const auto refused = OwnTerms(*admin).add("dm2", "", "E11.9, sugar!");
    ASSERT_FALSE(refused);
    EXPECT_EQ("APP-140", refused.error().id);
    const auto empty = OwnTerms(*admin).add("dm2", "", "");
    ASSERT_FALSE(empty);
    EXPECT_EQ(ErrorKind::invalidInput, empty.error().kind);
    EXPECT_EQ("0", ask(*admin, "SELECT count(*) FROM audit WHERE action LIKE 'terms.%'"))
        << "what was refused leaves no trace of having been done";
    const auto coder = as("coder");
    const auto denied = OwnTerms(*coder).add("dm2", "words", "");
    ASSERT_FALSE(denied);
    EXPECT_EQ(ErrorKind::denied, denied.error().kind);
}

}  // namespace
}  // namespace cw::test
