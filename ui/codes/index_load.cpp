#include "ui/codes/index_load.h"

#include "app/code_browser.h"

namespace cw::ui {

namespace {

constexpr int allTerms = 1'000'000;

Status appendBelow(const ReferenceTables& tables, const IndexEntry& term, std::vector<IndexEntry>& into)
{
    if (!term.hasChildren) return {};
    CW_TRY(auto below, tables.indexTerms(term.kind, term.id, {}, allTerms));
    for (auto& entry : below) {
        into.push_back(entry);
        CW_CHECK(appendBelow(tables, entry, into));
    }
    return {};
}

}  // namespace

Result<std::vector<IndexEntry>> mainTermsOf(const app::Workspace& workspace, ListKind index)
{
    return app::CodeBrowser(workspace.library(), workspace.tables()).mainTerms(index, {}, allTerms);
}

Result<IndexSubtree> subtreeOf(const app::Workspace& workspace, const IndexEntry& mainTerm)
{
    IndexSubtree tree{{mainTerm}, mainTerm.id};
    CW_CHECK(appendBelow(workspace.tables(), mainTerm, tree.terms));
    return tree;
}

Result<IndexSubtree> subtreeAround(const app::Workspace& workspace, std::int64_t term)
{
    CW_TRY(const auto path, workspace.tables().indexPath(term));
    if (path.empty()) return IndexSubtree{};
    CW_TRY(auto tree, subtreeOf(workspace, path.front()));
    tree.wanted = term;
    return tree;
}

Result<std::vector<IndexEntry>> wholeIndex(const app::Workspace& workspace, ListKind index)
{
    CW_TRY(const auto mainTerms, mainTermsOf(workspace, index));
    std::vector<IndexEntry> all;
    for (const auto& term : mainTerms) {
        all.push_back(term);
        CW_CHECK(appendBelow(workspace.tables(), term, all));
    }
    return all;
}

Result<std::optional<IndexEntry>> followSee(const app::Workspace& workspace, ListKind index, const std::string& see)
{
    return app::CodeBrowser(workspace.library(), workspace.tables()).follow(index, see);
}

const char* notInstalledText(ListKind index)
{
    switch (index) {
    case ListKind::externalIndex:
        return "No External Cause of Injuries Index is installed. Admin > Code tables: import icd10cm_eindex.xml.";
    case ListKind::neoplasm: return "No Neoplasm Table is installed. Admin > Code tables: import icd10cm_neoplasm.xml.";
    case ListKind::drugs:
        return "No Table of Drugs and Chemicals is installed. Admin > Code tables: import icd10cm_drug.xml.";
    case ListKind::pcsIndex: return "No ICD-10-PCS Index is installed. Admin > Code tables: import icd10pcs_index.xml.";
    default: return "No Alphabetic Index is installed. Admin > Code tables: import icd10cm_index.xml.";
    }
}

}  // namespace cw::ui
