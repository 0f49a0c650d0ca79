#include "ui/codes/index_view.h"

#include "ui/async/background.h"
#include "ui/codes/details_html.h"
#include "ui/codes/index_model.h"
#include "ui/codes/jump_field.h"
#include "ui/codes/main_term_model.h"
#include "ui/codes/outline_table.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QHeaderView>

namespace cw::ui {

namespace {

/// Small entries are shown whole as the book prints them, long ones a level at a time.
int levelsShown(std::size_t terms)
{
    constexpr std::size_t shownWhole = 120;
    return terms <= shownWhole ? 20 : 1;
}

}  // namespace

CodeSystem IndexView::system() const
{
    return m_index == ListKind::pcsIndex ? CodeSystem::icd10pcs : CodeSystem::icd10cm;
}

void IndexView::activate()
{
    if (!m_isLoaded) reload();
    if (m_below->currentRow() >= 0)
        m_below->setFocus();
    else
        m_jump->setFocus();
    showWay();
}

void IndexView::reload()
{
    m_isLoaded = true;
    m_state->showLoading(QStringLiteral("Opening the index"));
    m_context.page.lookup.run<std::vector<IndexEntry>>(
        this, [index = m_index](app::Workspace& workspace) { return mainTermsOf(workspace, index); },
        [this](Result<std::vector<IndexEntry>> terms) { showTerms(std::move(terms)); });
}

void IndexView::find()
{
    m_jump->setFocus();
    m_jump->selectAll();
}

std::vector<QWidget*> IndexView::panes() const
{
    return {m_terms, m_below};
}

void IndexView::showTerms(Result<std::vector<IndexEntry>> terms)
{
    m_history.clear();
    m_at = 0;
    if (!terms) return m_state->showFailed(terms.error(), keyHint("go.reload"), QStringLiteral("try again"));
    const bool isEmpty = terms->empty();
    m_isPlacing = true;
    m_termModel->setTerms(std::move(*terms));
    m_isPlacing = false;
    if (isEmpty) {
        m_model->setTerms({}, 0);
        m_state->showEmpty(QString::fromLatin1(notInstalledText(m_index)), keyHint("go.admin"),
                           QStringLiteral("Admin"));
        return emit ready();
    }
    m_state->showNothing();
    if (m_pending != 0)
        loadAround(std::exchange(m_pending, 0));
    else
        placeMainTerm(m_jump->text().isEmpty() ? 0 : m_termModel->rowFor(m_jump->text()));
    emit ready();
}

void IndexView::placeMainTerm(int row)
{
    m_terms->selectRow(row);
    m_terms->scrollTo(m_terms->currentIndex(), QAbstractItemView::PositionAtTop);
}

void IndexView::loadMainTerm()
{
    const int row = m_terms->currentRow();
    if (row < 0 || m_isPlacing) return;
    m_loader.ask([term = m_termModel->term(row)](app::Workspace& workspace) { return subtreeOf(workspace, term); },
                 [this](Result<IndexSubtree> tree) {
                     if (!tree) return emit statusText(qs(tree.error().detail));
                     if (m_history.empty()) m_history.push_back(0);
                     m_history[m_at] = tree->wanted;
                     showTree(*tree, false);
                 });
}

void IndexView::openTerm(std::int64_t term)
{
    if (!m_history.empty()) {
        if (const auto current = m_below->currentId(); current != 0) m_history[m_at] = current;
        m_history.resize(m_at + 1);
    }
    m_history.push_back(term);
    m_at = m_history.size() - 1;
    if (!m_isLoaded || m_termModel->rowCount() == 0) {
        m_pending = term;
        return;
    }
    loadAround(term);
}

bool IndexView::goBack()
{
    if (m_at == 0) return false;
    if (const auto current = m_below->currentId(); current != 0) m_history[m_at] = current;
    loadAround(m_history[--m_at]);
    return true;
}

bool IndexView::goForward()
{
    if (m_at + 1 >= m_history.size()) return false;
    loadAround(m_history[++m_at]);
    return true;
}

void IndexView::loadAround(std::int64_t term)
{
    m_loader.ask([term](app::Workspace& workspace) { return subtreeAround(workspace, term); },
                 [this](Result<IndexSubtree> tree) {
                     if (!tree) return emit statusText(qs(tree.error().detail));
                     if (tree->terms.empty()) return emit statusText(QStringLiteral("The term is no longer there"));
                     m_isPlacing = true;
                     placeMainTerm(m_termModel->rowOf(tree->terms.front().id));
                     m_isPlacing = false;
                     showTree(*tree, true);
                 });
}

void IndexView::showTree(const IndexSubtree& tree, bool takesFocus)
{
    showFind(false);
    m_model->setTerms(tree.terms, levelsShown(tree.terms.size()));
    const int row = m_model->reveal(tree.wanted);
    m_below->selectRow(row < 0 ? 0 : row);
    if (takesFocus && isVisible()) m_below->setFocus();
    showWay();
}

void IndexView::showWay()
{
    const auto id = m_below->currentId();
    const auto path = id == 0 ? std::vector<IndexEntry>() : m_model->pathTo(id);
    m_way->setTitle(path.empty() ? QStringLiteral("Sub-terms") : qs(path.front().term.title));
    QString way;
    if (path.size() > 1) way = QStringLiteral("\u203a ") + trailText({path.begin() + 1, path.end()});
    // The whole reference, which the column beside the term often cuts.
    if (const QString reference = path.empty() ? QString() : referenceText(path.back()); !reference.isEmpty())
        way += (way.isEmpty() ? QString() : QStringLiteral("  \u00b7  ")) + reference;
    m_way->setDetail(way);
    if (!isVisible()) return;
    const auto target = id == 0 ? CodeTarget() : targetOf(m_model->term(id).term.codes, system());
    if (target.codes.empty())
        emit nothingShown();
    else
        emit targetShown(target);
}

void IndexView::openCurrent()
{
    const auto id = m_below->currentId();
    if (id == 0) return;
    const auto& entry = m_model->term(id);
    const auto target = targetOf(entry.term.codes, system());
    if (!target.codes.empty())
        emit targetOpened(target);
    else if (!entry.term.see.empty() || !entry.term.seeAlso.empty())
        follow();
    else
        m_below->openOrEnter();
}

void IndexView::follow()
{
    const auto id = m_below->currentId();
    if (id == 0) return;
    const auto& term = m_model->term(id).term;
    const std::string see = term.see.empty() ? term.seeAlso : term.see;
    if (see.empty()) return emit statusText(QStringLiteral("This term has no reference"));
    m_context.page.lookup.run<std::optional<IndexEntry>>(
        this, [index = m_index, see](app::Workspace& workspace) { return followSee(workspace, index, see); },
        [this, see](Result<std::optional<IndexEntry>> found) {
            if (!found) return emit statusText(qs(found.error().detail));
            if (!*found) return emit statusText(QStringLiteral("No installed index has \u201c%1\u201d").arg(qs(see)));
            if ((*found)->kind == m_index)
                openTerm((*found)->id);
            else
                emit termWanted((*found)->kind, (*found)->id);
        });
}

void IndexView::showFind(bool shown)
{
    m_find->setVisible(shown);
    if (shown) {
        m_find->clear();
        m_find->setFocus();
    } else {
        const auto current = m_below->currentId();
        m_model->narrowTo({});
        if (current != 0) m_below->selectRow(m_model->reveal(current));
    }
}

}  // namespace cw::ui
