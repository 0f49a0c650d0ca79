#include "ui/admin/import_pane.h"

#include "ui/admin/import_file_model.h"
#include "ui/admin/report_text.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cw::ui {

ImportPane::ImportPane(Theme& theme, ImportBatch& batch, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_batch(batch),
      m_header(new PaneHeader(theme, tr("Import"), this)),
      m_model(new ImportFileModel(batch, this)),
      m_files(new ListTable(theme, tr("Files to import"), 26, this)),
      m_report(new QPlainTextEdit(this))
{
    m_header->setTopLine(true);
    m_files->setObjectName(QStringLiteral("import.files"));
    m_files->setModel(m_model);
    m_files->setColumnWidths({0, 96}, ImportFileModel::name);
    m_files->setMinimumWidth(theme.scaled(300));
    m_report->setObjectName(QStringLiteral("import.report"));
    m_report->setAccessibleName(tr("What the file brings"));
    m_report->setReadOnly(true);
    m_report->setTabChangesFocus(true);
    m_report->setFrameShape(QFrame::NoFrame);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_files, 2);
    middle->addWidget(m_report, 5);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(middle, 1);
    column->addWidget(makeButtons());
    bind();
    follow();
}

QWidget* ImportPane::makeButtons()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(m_theme.scaled(10), m_theme.scaled(5), m_theme.scaled(10), m_theme.scaled(5));
    row->setSpacing(m_theme.scaled(8));
    const auto add = [&](const QString& text, const char* name) {
        auto* button = new QPushButton(text, bar);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(true);
        row->addWidget(button);
        return button;
    };
    m_import = add(tr("Import"), "import.take");
    m_import->setProperty("primary", true);
    row->addWidget(new KeyHint(m_theme, keyHint("admin.take"), {}, bar));
    m_importAll = add(tr("Import all without asking"), "import.takeAll");
    m_notNow = add(tr("Not now"), "import.skip");
    row->addWidget(new KeyHint(m_theme, keyHint("admin.skip"), {}, bar));
    row->addStretch(1);
    m_stop = add(tr("Stop"), "import.stop");
    m_close = add(tr("Close"), "import.close");
    return bar;
}

void ImportPane::bind()
{
    connect(m_import, &QPushButton::clicked, &m_batch, &ImportBatch::accept);
    connect(m_importAll, &QPushButton::clicked, &m_batch, &ImportBatch::acceptAll);
    connect(m_notNow, &QPushButton::clicked, &m_batch, &ImportBatch::skip);
    connect(m_stop, &QPushButton::clicked, &m_batch, &ImportBatch::cancel);
    connect(m_close, &QPushButton::clicked, this, &ImportPane::closeWanted);
    connect(m_files, &ListTable::currentRowChanged, this, &ImportPane::showRow);
    connect(&m_batch, &ImportBatch::changed, this, &ImportPane::follow);
    connect(&m_batch, &ImportBatch::asked, this, &ImportPane::askDecision);
    connect(&m_batch, &ImportBatch::finished, this, [this] { m_close->setFocus(); });
    bindCommand("admin.take", this, [this] { m_batch.accept(); });
    bindCommand("admin.skip", this, [this] {
        if (m_batch.isAsking())
            m_batch.skip();
        else if (!m_batch.isBusy())
            emit closeWanted();
    });
}

void ImportPane::setNote(const QString& note)
{
    m_note = note;
    showRow(m_files->currentRow());
}

void ImportPane::follow()
{
    const auto count = static_cast<int>(m_batch.items().size());
    const auto* current = m_batch.current();
    m_header->setDetail(!current
                            ? tr("done, %1 files").arg(count)
                            : tr("%1, %2 of %3").arg(stepText(current->step)).arg(m_batch.currentRow() + 1).arg(count));
    m_import->setEnabled(m_batch.isAsking());
    m_importAll->setEnabled(m_batch.isAsking());
    m_importAll->setVisible(m_batch.waiting() > 0);
    m_notNow->setEnabled(m_batch.isAsking());
    m_stop->setEnabled(current != nullptr);
    m_close->setEnabled(current == nullptr);
    if (current)
        m_files->selectRow(m_batch.currentRow());
    else if (m_files->currentRow() < 0)
        m_files->selectRow(0);
    showRow(m_files->currentRow());
}

void ImportPane::askDecision()
{
    // Only a person who is here already is led on: typing elsewhere goes on where it was.
    if (isAncestorOf(window()->focusWidget())) m_import->setFocus();
}

void ImportPane::showRow(int row)
{
    if (row < 0 || row >= static_cast<int>(m_batch.items().size())) return m_report->clear();
    const auto& item = m_batch.items()[static_cast<std::size_t>(row)];
    QString text;
    if (item.error)
        text = tr("%1 was not imported.\n%2\n(%3)").arg(item.name, sentenceFor(*item.error), qs(item.error->id));
    else if (item.report)
        text = reportText(*item.report);
    else
        text = stepText(item.step);
    if (item.step == ImportBatch::Step::imported && !m_note.isEmpty()) text += QStringLiteral("\n\n") + m_note;
    if (m_report->toPlainText() != text) m_report->setPlainText(text);
}

}  // namespace cw::ui
