#pragma once

#include "ui/shell/page.h"

#include <functional>
#include <set>
#include <vector>

namespace cw::ui {

/// One page of the rail.
struct PageEntry {
    QString id;
    QString icon;
    QString title;
    const char* command;             ///< "go.worklist"
    std::set<Permission> shownWith;  ///< Any of these; empty: everybody. `app` enforces, this only tidies.
    std::function<Page*(const PageContext&, QWidget*)> make;
};
/// All pages in the order of the rail.
const std::vector<PageEntry>& pageList();
bool isShown(const PageEntry& entry, const std::set<Role>& roles);

}  // namespace cw::ui
