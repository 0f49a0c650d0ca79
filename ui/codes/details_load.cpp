#include "ui/codes/details_load.h"

#include "app/code_sets.h"

namespace cw::ui {

std::optional<CodeKey> DetailsPage::code() const
{
    if (!details || details->entry.isModifier) return std::nullopt;
    return CodeKey{details->entry.system, details->entry.code};
}

namespace {

constexpr std::size_t wholePcsCode = 7;

Status loadCode(app::Workspace& workspace, const CodeLink& link, DetailsPage& page)
{
    const app::CodeLookup lookup(workspace.library(), &workspace.tables());
    auto found = lookup.details(link.code, link.system, page.on);
    if (found) {
        page.details = std::move(*found);
        if (page.code()) {
            app::CodeSets sets(workspace);
            CW_TRY(page.isFavourite, sets.isFavourite(page.code()->system, page.code()->code));
        }
        return {};
    }
    if (found.error().kind != ErrorKind::notFound) return std::move(found).error();
    CW_TRY(auto place, workspace.tables().place(link.code, page.on));
    if (!place || place->restsOnAncestor) return std::move(found).error();
    page.levels = std::move(place->levels);
    return {};
}

}  // namespace

Result<DetailsPage> loadDetails(app::Workspace& workspace, const DetailsTarget& target, std::optional<Date> on)
{
    DetailsPage page;
    page.target = target;
    page.on = on;
    if (const auto* code = std::get_if<CodeTarget>(&target)) {
        const auto& link = code->shown();
        if (link.system == CodeSystem::icd10pcs && link.code.size() < wholePcsCode) {
            PcsTarget begun;
            CW_TRY(begun.step, app::CodeBrowser(workspace.library(), workspace.tables()).pcs(link.code, on));
            page.target = std::move(begun);
            return page;
        }
        CW_CHECK(loadCode(workspace, code->shown(), page));
    } else if (const auto* node = std::get_if<NodeTarget>(&target)) {
        for (const auto& entry : node->path) {
            CW_TRY(auto notes, workspace.tables().tabularNotes(entry.id));
            page.levels.push_back({entry, std::move(notes)});
        }
    }
    return page;
}

}  // namespace cw::ui
