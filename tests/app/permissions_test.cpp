#include "app/chart_desk.h"
#include "app/code_sets.h"
#include "app/edit_desk.h"
#include "app/library_desk.h"
#include "app/own_codes.h"
#include "app/update_centre.h"
#include "tests/support/workspace_fixture.h"

namespace cw::test {
namespace {

using namespace app;

struct UseCase {
    const char* name;
    std::string_view roles;  ///< c(oder), s(upervisor), b(iller), a(dministrator).
    std::function<std::string(Workspace&, const std::filesystem::path&)> run;  ///< Gives the outcome.
};

DocumentVersionId someDocument(Workspace& workspace)
{
    auto tx = must(workspace.work().beginRead());
    const auto row = must(workspace.encounters().load(*tx, "V-10441")).encounter.row;
    return must(workspace.documents().ofEncounter(*tx, row, workspace.user().id)).at(0).version;
}

std::string saveAsItIs(Workspace& workspace)
{
    const auto seen = [&] {
        auto tx = must(workspace.work().beginRead());
        return must(workspace.encounters().load(*tx, "V-10445"));
    }();
    return outcome(CodingDesk(workspace).save(seen.encounter, seen.encounter, seen.versions, seen.workflow));
}

/// Every use case that a person can ask for, on the demo encounters, each at one that no other case moves.
const std::vector<UseCase>& useCases()
{
    using W = Workspace;
    using F = const std::filesystem::path;
    static const std::vector<UseCase> all = {
        {"worklist", "csba", [](W& w, F&) { return outcome(Worklist(w).page({})); }},
        {"next encounter", "c", [](W& w, F&) { return outcome(Worklist(w).next("")); }},
        {"take a free encounter", "csa",
         [](W& w, F&) { return outcome(Worklist(w).assign("V-10443", w.user().name)); }},
        {"assign to somebody", "sa", [](W& w, F&) { return outcome(Worklist(w).assign("V-10446", "coder")); }},
        {"open a chart", "csba", [](W& w, F&) { return outcome(CodingDesk(w).open("V-10441")); }},
        {"read a document", "csba", [](W& w, F&) { return outcome(ChartDesk(w).document(someDocument(w))); }},
        {"save codes", "c", [](W& w, F&) { return saveAsItIs(w); }},
        {"submit", "c", [](W& w, F&) { return outcome(CodingDesk(w).submit("V-10441")); }},
        {"hold", "c", [](W& w, F&) { return outcome(CodingDesk(w).hold("V-10442", "reason")); }},
        {"resume", "c", [](W& w, F&) { return outcome(CodingDesk(w).resume("V-10447")); }},
        {"review queue", "s", [](W& w, F&) { return outcome(ReviewDesk(w).queue()); }},
        {"approve", "s", [](W& w, F&) { return outcome(ReviewDesk(w).approve("V-10449")); }},
        {"return from review", "s", [](W& w, F&) { return outcome(ReviewDesk(w).sendBack("V-10450", "reason")); }},
        {"claims ready", "b", [](W& w, F&) { return outcome(BillingDesk(w).totals()); }},
        {"preview claims", "b", [](W& w, F&) { return outcome(BillingDesk(w).preview(exportOf({"V-10451"}, {}))); }},
        {"export claims", "b",
         [](W& w, F& f) { return outcome(BillingDesk(w).exportClaims(exportOf({"V-10451"}, f, true))); }},
        {"claim files", "b", [](W& w, F&) { return outcome(BillingDesk(w).batches()); }},
        {"claims", "b", [](W& w, F&) { return outcome(BillingDesk(w).claims(std::nullopt)); }},
        {"bytes of a claim file", "b", [](W& w, F&) { return outcome(BillingDesk(w).batchFile(BatchId{1})); }},
        {"save a claim file", "b", [](W& w, F& f) { return outcome(BillingDesk(w).saveBatchFile(1, f)); }},
        {"return from billing", "b", [](W& w, F&) { return outcome(BillingDesk(w).sendBack("V-10451", "reason")); }},
        {"import encounters", "csba", [](W& w, F& f) { return outcome(Intake(w).importEncounters(f / "none.json")); }},
        {"import documents", "csba", [](W& w, F& f) { return outcome(Intake(w).importDocuments({f}, "V-10441", {})); }},
        {"export encounters", "csba", [](W& w, F&) { return outcome(Intake(w).exportEncounters({"V-10441"})); }},
        {"import codes", "a", [](W& w, F& f) { return outcome(LibraryDesk(w).import(f / "none.zip", {})); }},
        {"preview codes", "a", [](W& w, F& f) { return outcome(LibraryDesk(w).preview(f / "none.zip", {})); }},
        {"withdraw codes", "a", [](W& w, F&) { return outcome(LibraryDesk(w).withdraw(ReleaseId{1})); }},
        {"compare codes", "csba", [](W& w, F&) { return outcome(LibraryDesk(w).diff(CodeSystem::cpt, "a", "b")); }},
        {"state of updates", "csba", [](W& w, F&) { return outcome(UpdateCentre(w).status(Date::of(2025, 1, 1))); }},
        {"change an address", "a", [](W& w, F&) { return outcome(UpdateCentre(w).setAddress("mue", "")); }},
        {"own code sets", "csba", [](W& w, F&) { return outcome(CodeSets(w).create(w.user().name, "", "", false)); }},
        {"shared code sets", "sa", [](W& w, F&) { return outcome(CodeSets(w).create(w.user().name, "", "", true)); }},
        {"favourites", "csba", [](W& w, F&) { return outcome(CodeSets(w).toggleFavourite(CodeSystem::cpt, "99213")); }},
        {"recent codes", "csba", [](W& w, F&) { return outcome(OwnCodes(w).recent(5, Date::of(2025, 1, 1))); }},
        {"earlier codes", "csba",
         [](W& w, F&) { return outcome(OwnCodes(w).previousOf("V-10441", Date::of(2025, 1, 1))); }},
        {"attest", "cs",
         [](W& w, F&) {
             return outcome(EditDesk(w).attest("V-10441", {"GL-0", {}}, "reason"));
         }},
        {"attestations", "csba", [](W& w, F&) { return outcome(EditDesk(w).attestations("V-10441")); }},
        {"rules", "csba", [](W& w, F&) { return outcome(EditDesk(w).rules()); }},
        {"level of a rule", "a",
         [](W& w, F&) { return outcome(EditDesk(w).setLevel("CV-3", "", RuleLevel::error, "reason")); }},
        {"history of levels", "csba", [](W& w, F&) { return outcome(EditDesk(w).levelChanges("")); }},
        {"rules of the site", "csba", [](W& w, F&) { return outcome(EditDesk(w).siteRules()); }},
        {"write a rule of the site", "a", [](W& w, F&) { return outcome(EditDesk(w).saveSiteRule({})); }},
        {"import rules of the site", "a", [](W& w, F&) { return outcome(EditDesk(w).importSiteRules("{}")); }},
        {"files of rules", "csba", [](W& w, F&) { return outcome(EditDesk(w).ruleFiles()); }},
        {"install a file of rules", "a",
         [](W& w, F&) {
             return outcome(EditDesk(w).installRuleFile({"none.tsv", ""}, false));
         }},
        {"withdraw a file of rules", "a", [](W& w, F&) { return outcome(EditDesk(w).withdrawRuleFile("none.tsv")); }},
        {"check all again", "csba", [](W& w, F&) { return outcome(EditDesk(w).recheck({})); }},
        {"accounts", "a", [](W& w, F&) { return outcome(UserAdmin(w).list()); }},
        {"add an account", "a", [](W& w, F&) { return outcome(UserAdmin(w).add("new", {Role::coder}, "password")); }},
        {"set roles", "a", [](W& w, F&) { return outcome(UserAdmin(w).setRoles("coder", {Role::coder})); }},
        {"set a password", "a", [](W& w, F&) { return outcome(UserAdmin(w).setPassword("office", "password")); }},
        {"own password", "csba", [](W& w, F&) { return outcome(UserAdmin(w).setPassword(w.user().name, "password")); }},
        {"disable an account", "a", [](W& w, F&) { return outcome(UserAdmin(w).disable("office")); }},
        {"audit trail", "sa", [](W& w, F&) { return outcome(AuditDesk(w).entries({})); }},
        {"verify the audit trail", "sa", [](W& w, F&) { return outcome(AuditDesk(w).verify()); }},
    };
    return all;
}

class UseCases : public WorkspaceTest, public testing::WithParamInterface<const char*> {
protected:
    UseCases() : WorkspaceTest(Content::demo) {}
};

TEST_P(UseCases, ArePermittedToTheirRolesOnly)
{
    const std::string role = GetParam();
    const auto workspace = as(role);
    for (const auto& useCase : useCases()) {
        const bool permitted = useCase.roles.find(role[0]) != std::string_view::npos;
        const auto before = permitted ? "" : count(*workspace, "audit");
        const auto told = useCase.run(*workspace, out());
        EXPECT_EQ(!permitted, told.starts_with("APP-001: account " + role + " ")) << useCase.name << ": " << told;
        if (!permitted) {
            EXPECT_EQ(before, count(*workspace, "audit")) << useCase.name;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Of, UseCases, testing::Values("coder", "supervisor", "biller", "admin"),
                         [](const auto& role) { return std::string(role.param); });

TEST_F(DemoWorkspaceTest, OfficeMayDoEverything)
{
    const auto office = as("office");
    for (const auto& useCase : useCases()) {
        const auto told = useCase.run(*office, out());
        EXPECT_FALSE(told.starts_with("APP-001")) << useCase.name << ": " << told;
    }
}

}  // namespace
}  // namespace cw::test
