#include "store/reference/lists/fact_texts.h"
#include "store/reference/lists/letter_key.h"
#include "tests/store/reference_lists_fixture.h"

#include <map>

namespace cw::store {

namespace {

class ReferenceFacts : public ReferenceListsTest {
protected:
    void installAll()
    {
        for (const auto& list : sampleLists()) installList(list);
    }
    std::map<std::string, std::string> facts(CodeSystem system, std::string_view code, const char* on = "2025-05-05")
    {
        std::map<std::string, std::string> all;
        for (const auto& fact : mustHave(lists().facts(system, code, day(on)))) all[fact.name] = fact.value;
        return all;
    }
    std::size_t edits(std::string_view code, std::string_view other, const char* on)
    {
        return mustHave(lists().ptpEdits(code, other, day(on))).size();
    }
};

TEST_F(ReferenceFacts, OfAProcedureCode)
{
    installAll();
    const auto found = facts(CodeSystem::cpt, "99901");
    EXPECT_EQ(found.at("Fee schedule status"), "A: active, paid separately when covered");
    EXPECT_EQ(found.at("Global days"), "090: major surgery, the day before and 90 days after are included");
    EXPECT_EQ(found.at("Work RVU"), "1.92");
    EXPECT_EQ(found.at("Practice expense RVU, office"), "2.10");
    EXPECT_EQ(found.at("Practice expense RVU, facility"), "0.05");
    EXPECT_EQ(found.at("Malpractice RVU"), "0.12");
    EXPECT_EQ(found.at("Total RVU, office"), "4.14");
    EXPECT_EQ(found.at("Work RVU (26)"), "0.50");
    EXPECT_EQ(found.at("Bilateral surgery (50)"),
              "1: 150 percent for both sides (modifier 50, RT and LT, or two units)");
    EXPECT_EQ(found.count("Assistant at surgery (80)"), 0U);
    EXPECT_EQ(found.count("Supervision"), 0U);
    EXPECT_EQ(found.at("MUE practitioner"), "3 a day, by policy (Policy)");
    EXPECT_EQ(found.at("MUE outpatient"), "4 a day, by clinical data (Clinical)");
    EXPECT_EQ(found.at("Add-on codes with it"), "99905");
    EXPECT_EQ(facts(CodeSystem::hcpcs, "99905").at("Add-on code"), "with 99901");
    EXPECT_EQ(facts(CodeSystem::hcpcs, "99905", "2020-05-05").at("Add-on code"), "with 99901, 99902");
    EXPECT_EQ(facts(CodeSystem::hcpcs, "99906").at("Add-on code"), "with what the contractor defines");
    EXPECT_TRUE(facts(CodeSystem::cpt, "99999").empty());
}

TEST_F(ReferenceFacts, OfAnOutpatientService)
{
    installAll();
    const auto found = facts(CodeSystem::hcpcs, "G9907");
    EXPECT_EQ(found.at("OPPS status indicator"), "T");
    EXPECT_EQ(found.at("OPPS payment rate"), "$12.30");
    EXPECT_TRUE(facts(CodeSystem::cpt, "G9907").empty());
}

TEST_F(ReferenceFacts, OfADiagnosisCode)
{
    installAll();
    const auto found = facts(CodeSystem::icd10cm, "W100");
    EXPECT_EQ(found.at("Present on admission"), "exempt");
    EXPECT_EQ(found.at("HCC (V28)"), "37");
    EXPECT_EQ(found.at("HCC (V24)"), "18");
    EXPECT_EQ(found.at("Age"), "newborn");
    EXPECT_EQ(found.at("ICD-9-CM (GEM)"), "E881.0 (approximate)");
    EXPECT_EQ(found.at("Successor"), "W10.1 from 2025-10-01");
    EXPECT_EQ(found.size(), 6U);
    EXPECT_EQ(facts(CodeSystem::icd10pcs, "9AB10ZZ").at("Non covered"), "yes");
    EXPECT_TRUE(facts(CodeSystem::icd10cm, "9AB10ZZ").empty());
    const auto maps = mustHave(lists().mapsOf("W100"));
    ASSERT_EQ(maps.size(), 2U);
    EXPECT_EQ(maps[1].effective, day("2025-10-01"));
}

TEST_F(ReferenceFacts, SayFromWhichListAndWhetherItIsOfTheDate)
{
    const auto limit = [](std::int32_t units) { return MueLimits{{{"99901", units, '3', ""}}}; };
    installList(listOf(ListKind::mue, "2024 Q3", "2024-07-01", "2024-09-30", limit(3), "practitioner"));
    installList(listOf(ListKind::mue, "2025 Q1", "2025-01-01", "2025-03-31", limit(5), "practitioner"));
    const auto fact = [&](const char* on) {
        return mustHave(lists().facts(CodeSystem::cpt, "99901", on != nullptr ? std::optional(day(on)) : std::nullopt))
            .at(0);
    };
    EXPECT_EQ(fact("2024-08-01").release, "2024 Q3");
    EXPECT_TRUE(fact("2024-08-01").coversDate);
    EXPECT_EQ(fact("2024-11-01").release, "2024 Q3");
    EXPECT_FALSE(fact("2024-11-01").coversDate);
    EXPECT_EQ(fact("2026-01-01").release, "2025 Q1");
    EXPECT_EQ(fact("2020-01-01").release, "2025 Q1");
    EXPECT_EQ(fact(nullptr).value, "5 a day, by clinical data");
    EXPECT_TRUE(fact(nullptr).coversDate);
    EXPECT_EQ(fact("2024-08-01").variant, "practitioner");
}

TEST_F(ReferenceFacts, PtpEditsEitherWayRoundOnTheDate)
{
    installList(listOf(ListKind::ptp, "2025 Q1", "2025-01-01", "2025-03-31", samplePtp(), "practitioner"));
    EXPECT_EQ(edits("99901", "99902", "2025-01-01"), 1U);
    EXPECT_EQ(edits("99902", "99901", "2025-01-01"), 1U);
    EXPECT_EQ(edits("99901", "99902", "2019-12-31"), 0U);
    EXPECT_EQ(edits("99901", "99903", "2020-12-31"), 1U);
    EXPECT_EQ(edits("99901", "99903", "2021-01-01"), 0U);
    EXPECT_EQ(edits("99901", "99903", "2022-01-01"), 1U);
    EXPECT_EQ(edits("99901", "99904", "1999-01-01"), 1U);  // Without dates.
    EXPECT_EQ(edits("99901", "G9999", "2020-01-01"), 0U);  // Deleted on its first day.
    EXPECT_EQ(edits("99902", "99903", "2025-01-01"), 0U);
    EXPECT_EQ(edits("abc", "99903", "2025-01-01"), 0U);
    const auto hit = mustHave(lists().ptpBetween("99902", "99901", day("2025-06-01"))).at(0);
    EXPECT_EQ(hit.edit.column1.view(), "99901");
    EXPECT_EQ(hit.edit.modifierIndicator, '1');
    EXPECT_EQ(hit.rationale, "More extensive");
    EXPECT_EQ(hit.variant, "practitioner");
    EXPECT_EQ(hit.release, "2025 Q1");
    EXPECT_FALSE(hit.coversDate);
    installList(listOf(ListKind::ptp, "2025 Q1", "2025-01-01", "2025-03-31", samplePtp(), "outpatient"));
    EXPECT_EQ(edits("99901", "99902", "2025-01-01"), 2U);
}

TEST_F(ReferenceFacts, PtpEditsOfAColumnOneCodeOfAllDates)
{
    const auto id =
        installList(listOf(ListKind::ptp, "2025 Q1", "2025-01-01", "2025-03-31", samplePtp(), "practitioner")).list.id;
    const auto column = mustHave(lists().ptpColumn(id, "99901"));
    ASSERT_EQ(column.size(), 4U);
    EXPECT_EQ(column[0].column1.view(), "99901");
    EXPECT_EQ(column[0].column2.view(), "99902");
    EXPECT_EQ(column[1].column2.view(), "99903");
    EXPECT_EQ(column[1].last, day("2020-12-31"));
    EXPECT_EQ(column[2].first, day("2022-01-01"));
    EXPECT_EQ(column[3].column2.view(), "G9999");
    EXPECT_EQ(column[3].modifierIndicator, '9');
    const auto rationales = mustHave(lists().ptpRationales(id));
    ASSERT_EQ(rationales.size(), 2U);
    EXPECT_EQ(rationales.at(column[0].rationale), "More extensive");
    EXPECT_TRUE(mustHave(lists().ptpColumn(id, "99902")).empty());  // Column 2 only.
    EXPECT_TRUE(mustHave(lists().ptpColumn(id, "abc")).empty());
    EXPECT_TRUE(mustHave(lists().ptpColumn({id.value + 1}, "99901")).empty());
    EXPECT_TRUE(mustHave(lists().ptpRationales({id.value + 1})).empty());
}

TEST(ReferenceFactTexts, Words)
{
    EXPECT_EQ(hundredths(0), "0.00");
    EXPECT_EQ(hundredths(7), "0.07");
    EXPECT_EQ(hundredths(12345), "123.45");
    EXPECT_EQ(hundredths(-150), "-1.50");
    EXPECT_EQ(displayIcd9("25040"), "250.40");
    EXPECT_EQ(displayIcd9("V1582"), "V15.82");
    EXPECT_EQ(displayIcd9("E8809"), "E880.9");
    EXPECT_EQ(displayIcd9("042"), "042");
    EXPECT_EQ(withMeaning("Q", feeText::status("Q")), "Q");
    EXPECT_EQ(flagName("unacceptable-pdx"), "Unacceptable pdx");
    EXPECT_EQ(mueText({"1", 2, '1', ""}), "2 a line");
    EXPECT_EQ(ptp::unpackCode(*ptp::packCode("0001A")), "0001A");
    EXPECT_EQ(ptp::unpackCode(*ptp::packCode("ZZZZZ")), "ZZZZZ");
    EXPECT_FALSE(ptp::packCode("0001a"));
    EXPECT_EQ(letterKey("Ménière's (disease), vertigo  NEC"), "menieres vertigo nec");
    EXPECT_EQ(closeness("Complication(s)", "complications"), 3);
    EXPECT_EQ(closeness("abdomen, abdominal", "Abdominal"), 2);
    EXPECT_EQ(closeness("skin NOS", "skin"), 1);
    EXPECT_EQ(closeness("Carrier of", "carrier"), 1);
    EXPECT_EQ(closeness("Fall", "Fallen"), 0);
    EXPECT_EQ(closeness("Fall", ""), 0);
    EXPECT_EQ(mapFlags("10000"), "approximate");
    EXPECT_EQ(mapFlags("10112"), "approximate, in combination, scenario 1, choice list 2");
    EXPECT_EQ(mapFlags("00000"), "");
    EXPECT_EQ(mapFlags("as it says"), "as it says");
}

class ReferenceSiteTerms : public ReferenceListsTest {};

TEST_F(ReferenceSiteTerms, AreAddedChangedAndRemoved)
{
    const auto made = mustHave(lists().addSiteTerm({{}, " DM2 ", "type 2 diabetes", {"E119", "E1165"}, {}, "anna"}));
    EXPECT_TRUE(made.id.isValid());
    EXPECT_EQ(made.term, "DM2");
    EXPECT_EQ(made.addedAt, m_clock.now());
    EXPECT_EQ(lists().addSiteTerm({{}, "dm2", "other", {}, {}, "ben"}).error().kind, ErrorKind::conflict);
    EXPECT_EQ(lists().addSiteTerm({{}, " ", "other", {}, {}, "ben"}).error().id, "STORE-240");
    EXPECT_EQ(lists().addSiteTerm({{}, "HTN", " ", {}, {}, "ben"}).error().id, "STORE-241");
    const auto second = mustHave(lists().addSiteTerm({{}, "afib", "", {"I4891"}, {}, "ben"}));

    auto all = mustHave(lists().siteTerms());
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].term, "afib");
    EXPECT_EQ(all[1].codes, (std::vector<std::string>{"E119", "E1165"}));
    EXPECT_EQ(all[1].addedBy, "anna");

    auto changed = all[1];
    changed.term = "dm2";
    changed.codes = {};
    EXPECT_EQ(mustHave(lists().changeSiteTerm(changed)).term, "dm2");
    changed.term = "AFIB";
    EXPECT_EQ(lists().changeSiteTerm(changed).error().id, "STORE-242");
    changed.id = {99};
    changed.term = "new";
    EXPECT_EQ(lists().changeSiteTerm(changed).error().kind, ErrorKind::notFound);

    mustDo(lists().removeSiteTerm(second.id));
    EXPECT_EQ(lists().removeSiteTerm(second.id).error().id, "STORE-243");
    all = mustHave(lists().siteTerms());
    ASSERT_EQ(all.size(), 1U);
    EXPECT_TRUE(all[0].codes.empty());
}

TEST_F(ReferenceSiteTerms, OutliveEveryListAndAreSeenElsewhere)
{
    mustHave(lists().addSiteTerm({{}, "DM2", "type 2 diabetes", {}, {}, "anna"}));
    const auto list = installList(listOf(ListKind::index, "FY2025", "2024-10-01", "", sampleIndex()));
    mustDo(lists().withdrawList(list.list.id));
    const auto other = mustHave(ReferenceLibrary::open(file(), m_clock, Database::Mode::readWrite));
    ReferenceLists reader(*other, m_clock);
    EXPECT_EQ(mustHave(reader.siteTerms()).size(), 1U);
}

}  // namespace

}  // namespace cw::store
