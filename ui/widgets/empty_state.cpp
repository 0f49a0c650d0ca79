#include "ui/widgets/empty_state.h"

#include "ui/widgets/key_hint.h"
#include "ui/widgets/text.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

namespace cw::ui {

QString whatToDo(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::invalidInput: return QStringLiteral("Correct what is named and try again.");
    case ErrorKind::notReady: return QStringLiteral("Mend what the edits name, then try again.");
    case ErrorKind::notFound: return QStringLiteral("It may have been moved or renamed: load the list again.");
    case ErrorKind::conflict: return QStringLiteral("Load it again and repeat your change.");
    case ErrorKind::denied: return QStringLiteral("Ask an administrator if you need this.");
    case ErrorKind::unsupported: return QStringLiteral("A newer version of Chartwright is needed.");
    case ErrorKind::corrupt: return QStringLiteral("Stop and tell your administrator: restore from a backup.");
    case ErrorKind::io: return QStringLiteral("Check the disk and the folder, then try again.");
    case ErrorKind::busy: return QStringLiteral("Another program is writing: try again in a moment.");
    case ErrorKind::cancelled: return QStringLiteral("It was cancelled; nothing was changed.");
    }
    return {};
}

QString sentenceFor(const Error& error)
{
    QString text = qs(error.detail).trimmed();
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    if (!text.isEmpty() && !text.endsWith(QLatin1Char('.'))) text += QLatin1Char('.');
    return text + QLatin1Char(' ') + whatToDo(error.kind);
}

EmptyState::EmptyState(Theme& theme, QWidget* over)
    : QWidget(over), m_theme(theme), m_over(over), m_text(new QLabel(this))
{
    if (auto* area = qobject_cast<QAbstractScrollArea*>(over)) {
        m_over = area->viewport();
        setParent(m_over);
    }
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme.scaled(10));
    column->addStretch(2);
    column->addWidget(m_text);
    column->addStretch(3);
    m_over->installEventFilter(this);
    setGeometry(m_over->rect());
    hide();
}

void EmptyState::set(const QString& text, const char* role, const QString& keys, const QString& meaning)
{
    ++m_turn;
    delete m_hint;
    m_hint = nullptr;
    m_text->setText(text);
    m_text->setProperty("role", QString::fromLatin1(role));
    m_text->style()->unpolish(m_text);
    m_text->style()->polish(m_text);
    if (!keys.isEmpty()) {
        m_hint = new KeyHint(m_theme, keys, meaning, this);
        static_cast<QVBoxLayout*>(layout())->insertWidget(2, m_hint, 0, Qt::AlignHCenter);
    }
    setAccessibleName(text);
    setGeometry(m_over->rect());
    raise();
    show();
}

void EmptyState::showLoading(const QString& what)
{
    const int turn = ++m_turn;
    QTimer::singleShot(300, this, [this, turn, what] {
        if (turn == m_turn) set(what + QStringLiteral(" \u2026"), "muted", {}, {});
    });
}

void EmptyState::showEmpty(const QString& sentence, const QString& keys, const QString& meaning)
{
    set(sentence, "muted", keys, meaning);
}

void EmptyState::showFailed(const Error& error, const QString& keys, const QString& meaning)
{
    set(QStringLiteral("\u2715 ") + sentenceFor(error) + QStringLiteral("  (") + qs(error.id) + QLatin1Char(')'),
        "error", keys, meaning);
}

void EmptyState::showNothing()
{
    ++m_turn;
    hide();
}

QString EmptyState::sentence() const
{
    return isHidden() ? QString() : m_text->text();
}

bool EmptyState::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_over && event->type() == QEvent::Resize) setGeometry(m_over->rect());
    return QWidget::eventFilter(watched, event);
}

void EmptyState::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().surface);
}

}  // namespace cw::ui
