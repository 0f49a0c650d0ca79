#include "ui/desk/guideline_window.h"

#include "app/guidelines.h"
#include "qt/pdf_reader.h"
#include "ui/async/background.h"
#include "ui/desk/guideline_section.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text.h"

#include <QVBoxLayout>

namespace cw::ui {

namespace {

constexpr DocumentVersionId shownVersion{1};

struct Opened {
    app::OpenedDocument document;
    std::optional<GuidelinePlace> place;
};

Result<std::optional<Opened>> openBook(app::Workspace& workspace, const QString& section, Date on)
{
    CW_TRY(auto book, app::Guidelines(workspace).bookFor(on));
    if (!book) return std::optional<Opened>();
    CW_TRY(const auto reader, PdfReader::open(book->bytes));
    std::vector<QString> pages;
    Opened opened;
    for (int page = 0; page < reader->pageCount(); ++page) {
        pages.push_back(reader->text(page).text);
        opened.document.pages.push_back({.text = utf8(pages.back()), .source = TextSource::embedded});
    }
    opened.place = findSection(pages, section);
    auto& info = opened.document.info;
    info.version = shownVersion;
    info.format = DocumentFormat::pdf;
    info.title = book->name;
    info.pages = static_cast<int>(pages.size());
    opened.document.bytes = std::move(book->bytes);
    return std::optional(std::move(opened));
}

}  // namespace

GuidelineWindow::GuidelineWindow(const PageContext& context, QWidget* parent)
    : QDialog(parent), m_context(context), m_pane(new DocumentPane(m_context.theme, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("area", QStringLiteral("surface"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    resize(static_cast<int>(m_context.theme.scaled(820)), static_cast<int>(m_context.theme.scaled(640)));
}

bool GuidelineWindow::openFor(const QString& source, Date on, const PageContext& context, QWidget* window)
{
    const QString section = sectionIn(source);
    if (section.isEmpty()) return false;
    auto* guidelines = new GuidelineWindow(context, window);
    guidelines->show(section, on);
    return true;
}

void GuidelineWindow::show(const QString& section, Date on)
{
    setWindowTitle(tr("Official Guidelines, %1").arg(section));
    m_pane->showEmpty(tr("Opening the guidelines \u2026"));
    open();
    m_context.lookup.run<std::optional<Opened>>(
        this, [section, on](app::Workspace& workspace) { return openBook(workspace, section, on); },
        [this, section](Result<std::optional<Opened>> opened) {
            if (!opened) return m_pane->showEmpty(qs(opened.error().detail));
            if (!*opened)
                return m_pane->showEmpty(
                    tr("No guidelines were added yet. An administrator adds the agencies' PDF in Admin, "
                       "Rule files; then %1 opens here.")
                        .arg(section));
            m_pane->showDocument((*opened)->document);
            if (const auto& place = (*opened)->place)
                m_pane->reveal(
                    {.version = shownVersion, .page = place->page, .begin = place->begin, .end = place->end});
            m_pane->focusDocument();
        });
}

}  // namespace cw::ui
