#include "ui/codes/code_details_pane.h"

#include "ui/codes/details_html.h"
#include "ui/codes/link_browser.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QVBoxLayout>

namespace cw::ui {

namespace {

constexpr std::size_t longestHistory = 100;

bool isSameEntry(const DetailsTarget& first, const DetailsTarget& second)
{
    const auto* left = std::get_if<CodeTarget>(&first);
    const auto* right = std::get_if<CodeTarget>(&second);
    return left && right && left->codes == right->codes;
}

}  // namespace

CodeDetailsPane::CodeDetailsPane(const CodesContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_theme(context.page.theme),
      m_header(new PaneHeader(m_theme, QStringLiteral("Details"), this)),
      m_text(new LinkBrowser(m_theme, QStringLiteral("Details of the code"), this)),
      m_state(nullptr),
      m_loader(context.page.lookup, this)
{
    m_text->setObjectName(QStringLiteral("codes.details"));
    m_text->document()->setDocumentMargin(m_theme.scaled(6));
    m_header->addHint(keyHint("codes.favourite"), QStringLiteral("favourite"));
    m_header->addHint(keyHint("codes.back"), QStringLiteral("back"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_text, 1);
    m_state = new EmptyState(m_theme, m_text);
    connect(&m_theme, &Theme::changed, this, &CodeDetailsPane::render);
    connect(m_text, &LinkBrowser::linkFollowed, this, &CodeDetailsPane::follow);
    showNothing();
}

void CodeDetailsPane::show(const DetailsTarget& target)
{
    if (m_history.empty())
        m_history.push_back(target);
    else
        m_history[m_at] = target;
    load();
}

void CodeDetailsPane::open(const DetailsTarget& target)
{
    // Enter on the row that is shown: nothing new.
    if (!m_history.empty() && isSameEntry(m_history[m_at], target)) return load();
    if (!m_history.empty()) m_history.resize(m_at + 1);
    m_history.push_back(target);
    if (m_history.size() > longestHistory) m_history.erase(m_history.begin());
    m_at = m_history.size() - 1;
    load();
}

void CodeDetailsPane::showNothing()
{
    m_loader.forget();
    m_page.reset();
    m_header->setDetail({});
    m_text->showHtml({});
    m_state->showEmpty(QStringLiteral("The code that you choose is shown here."));
}

void CodeDetailsPane::refresh()
{
    if (m_page) load();
}

bool CodeDetailsPane::goBack()
{
    if (m_at == 0) return false;
    --m_at;
    load();
    return true;
}

bool CodeDetailsPane::goForward()
{
    if (m_at + 1 >= m_history.size()) return false;
    ++m_at;
    load();
    return true;
}

std::optional<CodeKey> CodeDetailsPane::code() const
{
    return m_page ? m_page->code() : std::nullopt;
}

QString CodeDetailsPane::codeText() const
{
    return m_page && m_page->details ? qs(m_page->details->entry.displayCode()) : QString();
}

void CodeDetailsPane::load()
{
    m_loader.ask([target = m_history[m_at],
                  on = m_context.on()](app::Workspace& workspace) { return loadDetails(workspace, target, on); },
                 [this](Result<DetailsPage> page) {
                     if (!page) {
                         m_page.reset();
                         m_header->setDetail({});
                         m_state->showFailed(page.error());
                         return;
                     }
                     m_page = std::move(*page);
                     m_state->showNothing();
                     render();
                     emit loaded();
                 });
}

void CodeDetailsPane::follow(const QString& link)
{
    const QStringList parts = link.split(QLatin1Char(':'));
    if (parts.value(0) == QStringLiteral("code")) {
        CodeLink code{std::nullopt, utf8(parts.value(2))};
        if (const auto system = parseCodeSystem(utf8(parts.value(1)))) code.system = *system;
        open(CodeTarget{{code}, 0});
    } else if (parts.value(0) == QStringLiteral("step")) {
        std::get<CodeTarget>(m_history[m_at]).at = parts.value(1).toUInt();
        load();
    } else if (const auto kind = parseListKind(utf8(parts.value(1)))) {
        emit termWanted(*kind, parts.value(2).toLongLong());
    }
}

void CodeDetailsPane::render()
{
    if (!m_page) return;
    m_header->setDetail(m_page->details ? qs(displayName(m_page->details->entry.system)) : QString());
    m_text->showHtml(detailsHtml(*m_page, m_theme.tokens(), m_theme.scale()));
    // The other code of the entry is the first link: Enter steps through the codes in their order.
    const auto* codes = std::get_if<CodeTarget>(&m_page->target);
    if (codes && codes->codes.size() > 1 && m_text->currentLink().isEmpty()) m_text->selectLink(0);
}

}  // namespace cw::ui
