#include "app/billing/print_offsets.h"

#include <cmath>
#include <cstdlib>

namespace cw::app {

namespace {

std::string keyOf(ClaimForm form, const char* side)
{
    return "print." + std::string(toString(form)) + "." + side;
}

}  // namespace

Result<paper::Offsets> printOffsets(Workspace& workspace, ReadTx& tx, ClaimForm form)
{
    paper::Offsets offsets;
    CW_TRY(const auto right, workspace.settings().value(tx, keyOf(form, "right")));
    CW_TRY(const auto down, workspace.settings().value(tx, keyOf(form, "down")));
    offsets.millimetresRight = static_cast<double>(std::strtol(right.c_str(), nullptr, 10)) / 10;
    offsets.millimetresDown = static_cast<double>(std::strtol(down.c_str(), nullptr, 10)) / 10;
    return offsets;
}

Status setPrintOffsets(Workspace& workspace, ClaimForm form, const paper::Offsets& offsets)
{
    CW_CHECK(require(workspace, Permission::bill));
    const auto right = std::lround(offsets.millimetresRight * 10);
    const auto down = std::lround(offsets.millimetresDown * 10);
    if (std::abs(right) > 200 || std::abs(down) > 200)
        return Error{ErrorKind::invalidInput, "APP-273", "a print can be moved by at most 20 mm"};
    CW_TRY(auto tx, workspace.work().beginWrite());
    CW_CHECK(workspace.settings().setValue(*tx, keyOf(form, "right"), std::to_string(right)));
    CW_CHECK(workspace.settings().setValue(*tx, keyOf(form, "down"), std::to_string(down)));
    return tx->commit();
}

}  // namespace cw::app
