#include "ui/shell/page_list.h"

#include "ui/admin/admin_page.h"
#include "ui/billing/billing_page.h"
#include "ui/codes/codes_page.h"
#include "ui/desk/desk_page.h"
#include "ui/inbox/inbox_page.h"
#include "ui/review/review_page.h"
#include "ui/worklist/worklist_page.h"

#include <algorithm>

namespace cw::ui {

namespace {

template <class T>
Page* make(const PageContext& context, QWidget* parent)
{
    return new T(context, parent);
}

PageEntry entry(const char* id, const char* title, const char* command, std::set<Permission> shownWith,
                std::function<Page*(const PageContext&, QWidget*)> maker)
{
    return {QString::fromLatin1(id), QString::fromLatin1(id), QString::fromLatin1(title), command,
            std::move(shownWith),    std::move(maker)};
}

}  // namespace

const std::vector<PageEntry>& pageList()
{
    using P = Permission;
    static const std::vector<PageEntry> pages = {
        entry("worklist", "Worklist", "go.worklist", {P::viewEncounters}, make<WorklistPage>),
        entry("desk", "Desk", "go.desk", {P::viewEncounters}, make<DeskPage>),
        entry("codes", "Codes", "go.codes", {}, make<CodesPage>),
        entry("review", "Review", "go.review", {P::review}, make<ReviewPage>),
        entry("billing", "Billing", "go.billing", {P::bill}, make<BillingPage>),
        entry("inbox", "Inbox", "go.inbox", {P::importEncounters}, make<InboxPage>),
        entry("admin", "Admin", "go.admin", {P::importCodes, P::manageUsers, P::bill}, make<AdminPage>),
    };
    return pages;
}

bool isShown(const PageEntry& entry, const std::set<Role>& roles)
{
    return entry.shownWith.empty() ||
           std::any_of(entry.shownWith.begin(), entry.shownWith.end(),
                       [&roles](Permission permission) { return allows(roles, permission); });
}

}  // namespace cw::ui
