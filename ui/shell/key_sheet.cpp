#include "ui/shell/key_sheet.h"

#include "ui/commands/command_table.h"
#include "ui/widgets/key_hint.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

namespace {

/// The scopes that have commands, in the order of the table.
std::vector<CommandScope> usedScopes()
{
    std::vector<CommandScope> scopes;
    for (const auto& entry : commandTable())
        if (std::find(scopes.begin(), scopes.end(), entry.scope) == scopes.end()) scopes.push_back(entry.scope);
    return scopes;
}

QString allKeys(const Command& entry)
{
    QStringList words;
    for (const QString& keys : QString::fromLatin1(entry.shortcut).split(QStringLiteral("; "))) {
        const QString word = keyWords(keys);
        if (!words.contains(word)) words.append(word);
    }
    if (words.size() > 3) return words.first() + QStringLiteral(" \u2026 ") + words.last();
    return words.join(QStringLiteral("  "));
}

}  // namespace

KeySheet::KeySheet(Theme& theme, QWidget* window) : QWidget(window), m_theme(theme), m_area(new QScrollArea(this))
{
    setAccessibleName(QStringLiteral("All keys"));
    m_area->setAccessibleName(QStringLiteral("All keys"));
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::StrongFocus);
    m_area->setFocusProxy(nullptr);
    window->installEventFilter(this);
    hide();
}

void KeySheet::build()
{
    auto* content = new QWidget;
    content->setProperty("area", QStringLiteral("surface"));
    content->setAttribute(Qt::WA_StyledBackground);
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins(m_theme.scaled(22), m_theme.scaled(16), m_theme.scaled(22), m_theme.scaled(16));
    columns->setSpacing(m_theme.scaled(22));
    const auto scopes = usedScopes();
    const auto sizeOf = [](CommandScope scope) {
        return 2 + std::count_if(commandTable().begin(), commandTable().end(),
                                 [scope](const Command& entry) { return entry.scope == scope; });
    };
    const auto perColumn = (static_cast<std::ptrdiff_t>(commandTable().size() + 2 * scopes.size()) + 3) / 4;
    QGridLayout* grid = nullptr;
    std::ptrdiff_t used = 0;
    int row = 0;
    const auto newColumn = [&] {
        auto* column = new QVBoxLayout;
        grid = new QGridLayout;
        grid->setHorizontalSpacing(m_theme.scaled(9));
        grid->setVerticalSpacing(m_theme.scaled(1));
        grid->setColumnStretch(1, 1);
        column->addLayout(grid);
        column->addStretch();
        columns->addLayout(column, 1);
        row = 0;
        used = 0;
    };
    newColumn();
    for (const auto scope : scopes) {
        if (columns->count() < 4 && used > 0 && used + sizeOf(scope) / 2 > perColumn) newColumn();
        auto* heading = new QLabel(scopeName(scope), content);
        heading->setProperty("role", QStringLiteral("strong"));
        if (row > 0) grid->setRowMinimumHeight(row++, m_theme.scaled(8));
        grid->addWidget(heading, row++, 0, 1, 2);
        used += sizeOf(scope);
        for (const auto& entry : commandTable()) {
            if (entry.scope != scope) continue;
            grid->addWidget(new KeyHint(m_theme, allKeys(entry), {}, content), row, 0, Qt::AlignLeft);
            auto* text = new QLabel(QString::fromUtf8(entry.text), content);
            text->setProperty("role", QStringLiteral("muted"));
            grid->addWidget(text, row++, 1);
        }
    }
    m_area->setWidget(content);
}

void KeySheet::place()
{
    setGeometry(parentWidget()->rect());
    const QSize size(std::min(width() - 40, m_theme.scaled(1320)), std::min(height() - 40, m_theme.scaled(900)));
    m_area->setGeometry(QRect(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size));
}

void KeySheet::toggle()
{
    if (isVisible()) return close();
    m_before = QApplication::focusWidget();
    build();
    place();
    raise();
    show();
    m_area->setFocus();
}

void KeySheet::close()
{
    hide();
    if (m_before) m_before->setFocus();
}

void KeySheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, 90));
    painter.setPen(m_theme.tokens().line);
    painter.drawRect(m_area->geometry().adjusted(-1, -1, 0, 0));
}

void KeySheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) return close();
    event->accept();
}

void KeySheet::mousePressEvent(QMouseEvent*)
{
    close();
}

bool KeySheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) place();
    return QWidget::eventFilter(watched, event);
}

}  // namespace cw::ui
