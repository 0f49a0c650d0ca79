#include "app/code_lookup.h"
#include "ui/async/background.h"
#include "ui/codes/sets_view.h"
#include "ui/commands/bind.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace cw::ui {

void SetsView::bindKeys()
{
    connect(m_shelf, &ListTable::currentRowChanged, this, &SetsView::showCodes);
    connect(m_shelf, &ListTable::rowActivated, this, [this] { m_codes->setFocus(); });
    connect(m_codes, &ListTable::currentRowChanged, this, [this] { showCurrent(false); });
    connect(m_codes, &ListTable::rowActivated, this, [this] { showCurrent(true); });
    bindCommand("codes.newSet", this, [this] { create(); });
    bindCommand("codes.rename", m_shelf, [this] { rename(); });
    bindCommand("codes.patientType", m_shelf, [this] { describe(); });
    bindCommand("codes.share", m_shelf, [this] { toggleShared(); });
    bindCommand("codes.remove", m_shelf, [this] { remove(); });
    bindCommand("codes.into", m_shelf, [this] { m_codes->setFocus(); });
    bindCommand("codes.up", m_codes, [this] { m_shelf->setFocus(); });
    for (auto* list : {m_shelf, m_codes}) bindCommand("codes.addCode", list, [this] { addCode(); });
    bindCommand("codes.note", m_codes, [this] { note(); });
    bindCommand("codes.remove", m_codes, [this] { removeCode(); });
    bindCommand("codes.moveUp", m_codes, [this] { move(-1); });
    bindCommand("codes.moveDown", m_codes, [this] { move(1); });
}

void SetsView::change(std::function<Status(app::Workspace&)> work)
{
    m_context.page.work.run<void>(this, std::move(work), [this](Status status) {
        if (!status) m_context.page.prompter.showError(this, status.error());
        load();
        emit changed();
    });
}

const app::OpenedSet* SetsView::changeable()
{
    const auto* opened = m_shelfModel->set(m_shelf->currentRow());
    if (opened && opened->canChange) return opened;
    emit statusText(opened ? QStringLiteral("This shared set is changed by those who may share code sets")
                           : QStringLiteral("Recent codes follow from what you code; choose a set"));
    return nullptr;
}

void SetsView::create()
{
    m_context.page.prompter.askText(this, QStringLiteral("New code set"), QStringLiteral("Name"), {},
                                    [this](std::optional<QString> name) {
                                        if (!name) return;
                                        m_context.page.work.run<CodeSetId>(
                                            this,
                                            [name = utf8(*name)](app::Workspace& workspace) {
                                                return app::CodeSets(workspace).create(name, {}, {}, false);
                                            },
                                            [this](Result<CodeSetId> made) {
                                                if (!made) return m_context.page.prompter.showError(this, made.error());
                                                m_set = *made;
                                                load();
                                            });
                                    });
}

void SetsView::rename()
{
    const auto* opened = changeable();
    if (!opened) return;
    m_context.page.prompter.askText(
        this, QStringLiteral("Rename the code set"), QStringLiteral("Name"), qs(opened->set.header.name),
        [this, set = opened->set](std::optional<QString> name) {
            if (!name) return;
            change([set, name = utf8(*name)](app::Workspace& workspace) {
                return app::CodeSets(workspace).change(set, name, set.header.patientType, set.header.note);
            });
        });
}

void SetsView::describe()
{
    const auto* opened = changeable();
    if (!opened) return;
    m_context.page.prompter.askText(
        this, QStringLiteral("Patient type of the code set"), QStringLiteral("For which patients or visits"),
        qs(opened->set.header.patientType), [this, set = opened->set](std::optional<QString> type) {
            if (!type) return;
            change([set, type = utf8(*type)](app::Workspace& workspace) {
                return app::CodeSets(workspace).change(set, set.header.name, type, set.header.note);
            });
        });
}

void SetsView::toggleShared()
{
    const auto* opened = changeable();
    if (!opened) return;
    const bool toShare = opened->set.header.owner.has_value();
    m_context.page.prompter.confirm(
        this, toShare ? QStringLiteral("Share the code set") : QStringLiteral("Take the code set back"),
        toShare ? QStringLiteral("Everybody will see and use \u201c%1\u201d.").arg(qs(opened->set.header.name))
                : QStringLiteral("Only you will see \u201c%1\u201d from now on.").arg(qs(opened->set.header.name)),
        toShare ? QStringLiteral("Share") : QStringLiteral("Take back"), [this, toShare, set = opened->set](bool yes) {
            if (!yes) return;
            change([set, toShare](app::Workspace& workspace) { return app::CodeSets(workspace).share(set, toShare); });
        });
}

void SetsView::remove()
{
    const auto* opened = changeable();
    if (!opened) return;
    m_context.page.prompter.confirm(
        this, QStringLiteral("Remove the code set"),
        QStringLiteral("\u201c%1\u201d with %2 codes will be gone from the list. Encounters keep their codes.")
            .arg(qs(opened->set.header.name))
            .arg(opened->codes.size()),
        QStringLiteral("Remove"), [this, set = opened->set](bool yes) {
            if (yes) change([set](app::Workspace& workspace) { return app::CodeSets(workspace).remove(set); });
        });
}

void SetsView::addCode()
{
    const auto* opened = changeable();
    if (!opened) return;
    m_context.page.prompter.askText(
        this, QStringLiteral("Add a code to %1").arg(qs(opened->set.header.name)), QStringLiteral("Code"), {},
        [this, id = opened->set.id, on = m_context.on()](std::optional<QString> code) {
            if (!code) return;
            change([id, on, code = utf8(*code)](app::Workspace& workspace) -> Status {
                CW_TRY(const auto found, app::CodeLookup(workspace.library()).details(code, std::nullopt, on));
                return app::CodeSets(workspace).add(id, found.entry.system, found.entry.code);
            });
        });
}

void SetsView::addToNamed(const CodeKey& key)
{
    m_context.page.prompter.askText(
        this, QStringLiteral("Add %1 to a code set").arg(qs(displayCode(key.system, key.code))),
        QStringLiteral("Name of the set"), m_lastName, [this, key](std::optional<QString> name) {
            if (name) putInto(*name, key, false);
        });
}

void SetsView::putInto(const QString& name, const CodeKey& key, bool mayCreate)
{
    m_context.page.work.run<void>(
        this,
        [name = utf8(name), key, mayCreate](app::Workspace& workspace) -> Status {
            app::CodeSets sets(workspace);
            const auto found = sets.find(name, workspace.clock().today());
            if (found) return sets.add(found->set.id, key.system, key.code);
            if (!mayCreate || found.error().kind != ErrorKind::notFound) return found.error();
            CW_TRY(const auto made, sets.create(name, {}, {}, false));
            return sets.add(made, key.system, key.code);
        },
        [this, name, key, mayCreate](Status status) {
            if (status) {
                m_lastName = name.trimmed();
                emit statusText(
                    QStringLiteral("%1 is in %2 now").arg(qs(displayCode(key.system, key.code)), m_lastName));
                if (isVisible()) load();
                return emit changed();
            }
            if (mayCreate || status.error().kind != ErrorKind::notFound)
                return m_context.page.prompter.showError(this, status.error());
            m_context.page.prompter.confirm(this, QStringLiteral("New code set"),
                                            QStringLiteral("There is no code set \u201c%1\u201d.").arg(name.trimmed()),
                                            QStringLiteral("Create it"), [this, name, key](bool yes) {
                                                if (yes) putInto(name, key, true);
                                            });
        });
}

void SetsView::note()
{
    const auto* code = currentCode();
    const auto* opened = changeable();
    if (!opened || !code) return;
    m_context.page.prompter.askText(this, QStringLiteral("Note"),
                                    QStringLiteral("Note beside the code; no patient data"), qs(code->member.note),
                                    [this, set = opened->set, member = code->member](std::optional<QString> text) {
                                        if (!text) return;
                                        change([set, member, text = utf8(*text)](app::Workspace& workspace) {
                                            return app::CodeSets(workspace).setNote(set, member, text);
                                        });
                                    });
}

void SetsView::removeCode()
{
    const auto* code = currentCode();
    const auto* opened = changeable();
    if (!opened || !code) return;
    change([set = opened->set, member = code->member](app::Workspace& workspace) {
        return app::CodeSets(workspace).removeCode(set, member);
    });
}

void SetsView::move(int rows)
{
    const auto* opened = changeable();
    const int row = m_codes->currentRow();
    const int to = row + rows;
    if (!opened || row < 0 || to < 0 || to >= m_codesModel->rowCount()) return;
    std::vector<CodeSetMemberId> order;
    for (const auto& code : opened->codes) order.push_back(code.member.id);
    std::swap(order.at(static_cast<std::size_t>(row)), order.at(static_cast<std::size_t>(to)));
    change(
        [set = opened->set, order](app::Workspace& workspace) { return app::CodeSets(workspace).reorder(set, order); });
}

}  // namespace cw::ui
