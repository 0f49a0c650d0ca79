#include "app/code_sets.h"
#include "ui/async/background.h"
#include "ui/codes/code_details_pane.h"
#include "ui/codes/codes_page.h"
#include "ui/codes/link_browser.h"
#include "ui/codes/pcs_view.h"
#include "ui/codes/search_filters.h"
#include "ui/codes/search_view.h"
#include "ui/codes/sets_view.h"
#include "ui/codes/tabular_view.h"
#include "ui/commands/bind.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>

namespace cw::ui {

void CodesPage::bind()
{
    static constexpr std::array commands = {
        "codes.viewSearch", "codes.viewTabular", "codes.viewIndex",    "codes.viewExternal", "codes.viewNeoplasm",
        "codes.viewDrugs",  "codes.viewPcs",     "codes.viewPcsIndex", "codes.viewCompare",  "codes.viewSets"};
    for (std::size_t i = 0; i < commands.size(); ++i)
        bindCommand(commands[i], this, [this, i] { showView(static_cast<View>(i)); });
    bindCommand("codes.find", this, [this] { current().find(); });
    bindCommand("codes.system", m_search, [this] { m_search->filters().nextSystem(); });
    bindCommand("codes.billable", m_search, [this] { m_search->filters().toggleBillable(); });
    bindCommand("codes.chapter", m_search, [this] { m_search->filters().focusChapter(); });
    bindCommand("codes.date", this, [this] {
        m_date->setFocus();
        m_date->selectAll();
    });
    bindCommand("codes.nextPane", this, [this] { nextPane(1); });
    bindCommand("codes.previousPane", this, [this] { nextPane(-1); });
}

void CodesPage::bindDetails()
{
    bindCommand("codes.back", this, [this] { goBack(false); });
    bindCommand("codes.forward", this, [this] { goBack(true); });
    bindCommand("codes.copy", this, [this] { copyCode(); });
    bindCommand("codes.reveal", this, [this] { reveal(); });
    bindCommand("codes.favourite", this, [this] { toggleFavourite(); });
    bindCommand("codes.addToSet", this, [this] {
        if (const auto code = m_details->code())
            m_sets->addToNamed(*code);
        else
            emit statusText(QStringLiteral("Choose a code first"));
    });
    bindCommand("codes.leave", m_details, [this] { current().panes().back()->setFocus(); });
    connect(m_date, &QLineEdit::returnPressed, this, [this] { current().panes().back()->setFocus(); });
}

void CodesPage::nextPane(int step)
{
    auto panes = current().panes();
    panes.push_back(m_details->text());
    const auto* focus = QApplication::focusWidget();
    const int count = static_cast<int>(panes.size());
    int at = -1;
    for (int i = 0; i < count; ++i)
        if (focus &&
            (panes[static_cast<std::size_t>(i)] == focus || panes[static_cast<std::size_t>(i)]->isAncestorOf(focus)))
            at = i;
    const int next = at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count;
    panes[static_cast<std::size_t>(next)]->setFocus();
}

void CodesPage::goBack(bool forward)
{
    const bool isInDetails = m_details->isAncestorOf(QApplication::focusWidget());
    const auto inView = [&] { return forward ? current().goForward() : current().goBack(); };
    const auto inDetails = [&] { return forward ? m_details->goForward() : m_details->goBack(); };
    const bool moved = isInDetails ? inDetails() : inView() || inDetails();
    if (!moved) emit statusText(forward ? QStringLiteral("Nothing further") : QStringLiteral("Nothing to go back to"));
}

void CodesPage::copyCode()
{
    const QString code = m_details->codeText();
    if (code.isEmpty()) return emit statusText(QStringLiteral("Choose a code first"));
    QApplication::clipboard()->setText(code);
    emit statusText(QStringLiteral("%1 is on the clipboard").arg(code));
}

void CodesPage::reveal()
{
    const auto code = m_details->code();
    if (!code) return emit statusText(QStringLiteral("Choose a code first"));
    if (code->system == CodeSystem::icd10cm) {
        m_tabular->reveal(code->code);
        showView(tabular);
    } else if (code->system == CodeSystem::icd10pcs) {
        m_pcs->setPrefix(code->code.substr(0, code->code.size() - 1));
        showView(pcs);
    } else {
        emit statusText(QStringLiteral("Only ICD-10 codes stand in a book"));
    }
}

void CodesPage::toggleFavourite()
{
    const auto code = m_details->code();
    if (!code) return emit statusText(QStringLiteral("Choose a code first"));
    m_context.work.run<bool>(
        this,
        [key = *code](app::Workspace& workspace) {
            return app::CodeSets(workspace).toggleFavourite(key.system, key.code);
        },
        [this, key = *code](Result<bool> isFavourite) {
            if (!isFavourite) return m_context.prompter.showError(this, isFavourite.error());
            const QString shown = qs(displayCode(key.system, key.code));
            emit statusText(*isFavourite ? QStringLiteral("%1 is a favourite now").arg(shown)
                                         : QStringLiteral("%1 is no longer a favourite").arg(shown));
            m_details->refresh();
            if (view() == sets) m_sets->reload();
        });
}

}  // namespace cw::ui
