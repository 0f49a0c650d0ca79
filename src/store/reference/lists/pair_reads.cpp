#include "store/reference/lists/list_content.h"
#include "store/reference/lists/reference_lists.h"
#include "store/reference/reference_snapshot.h"

#include <algorithm>

namespace cw::store {

namespace {

bool isInForce(const PtpEdit& edit, Date on)
{
    return edit.modifierIndicator != '9' && DateInterval{edit.first, edit.last}.contains(on);
}

}  // namespace

Result<std::vector<PtpHit>> ReferenceLists::ptpBetween(std::string_view code, std::string_view other, Date on) const
{
    CW_TRY(const auto snapshot, Snapshot::take(m_database));
    CW_TRY(const auto all, readLists(m_database));
    std::vector<PtpHit> hits;
    for (const auto* list : servingVariants(all, ListKind::ptp, on)) {
        CW_TRY(auto edits, ptp::read(m_database, list->id, code, other));
        if (code != other) {
            CW_TRY(auto reverse, ptp::read(m_database, list->id, other, code));
            std::move(reverse.begin(), reverse.end(), std::back_inserter(edits));
        }
        std::vector<std::string> rationales;
        for (auto& edit : edits) {
            if (!isInForce(edit, on)) continue;
            if (rationales.empty()) {
                CW_TRY(rationales, readTexts(m_database, list->id, "rationale"));
            }
            PtpHit hit;
            if (edit.rationale < rationales.size()) hit.rationale = rationales[edit.rationale];
            hit.edit = std::move(edit);
            hit.variant = list->variant;
            hit.release = list->name;
            hit.coversDate = list->inForce.contains(on);
            hits.push_back(std::move(hit));
        }
    }
    return hits;
}

Result<std::vector<PtpEdit>> ReferenceLists::ptpEdits(std::string_view code, std::string_view other, Date on) const
{
    CW_TRY(auto hits, ptpBetween(code, other, on));
    std::vector<PtpEdit> edits;
    for (auto& hit : hits) edits.push_back(std::move(hit.edit));
    return edits;
}

Result<std::vector<PtpEdit>> ReferenceLists::ptpColumn(ReferenceListId list, std::string_view column1) const
{
    CW_TRY(const auto snapshot, Snapshot::take(m_database));
    return ptp::readColumn(m_database, list, column1);
}

Result<std::vector<std::string>> ReferenceLists::ptpRationales(ReferenceListId list) const
{
    CW_TRY(const auto snapshot, Snapshot::take(m_database));
    return readTexts(m_database, list, "rationale");
}

Result<std::vector<CodeMap>> ReferenceLists::mapsOf(std::string_view compact) const
{
    CW_TRY(const auto snapshot, Snapshot::take(m_database));
    CW_TRY(const auto all, readLists(m_database));
    std::vector<CodeMap> found;
    for (const auto kind : {ListKind::gems, ListKind::conversion}) {
        for (const auto* list : servingVariants(all, kind, std::nullopt)) {
            CW_TRY(auto maps, readMaps(m_database, list->id, compact));
            std::move(maps.maps.begin(), maps.maps.end(), std::back_inserter(found));
        }
    }
    return found;
}

}  // namespace cw::store
