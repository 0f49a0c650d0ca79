#include "ui/desk/viewer/document_finder.h"
#include "ui/desk/viewer/document_text.h"
#include "ui/desk/viewer/rendition_view.h"
#include "ui/desk/viewer/text_flow.h"
#include "ui/theme/theme.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

namespace cw::ui {
namespace {

// Two, three and four byte characters before the words that are selected.
const std::string note = "OFFICE VISIT\n"
                         "\n"
                         "Fièvre \u2265 38 \U0001F321 since Monday.\n"
                         "Assessment:\n"
                         "1. Type 2 diabetes with diabetic kidney disease, stable.\n"
                         "2. Hypertension, at goal. Diabetes teaching repeated.\n";

class TextViewer : public testing::Test {
protected:
    TextViewer() : m_view(m_theme, DocumentVersionId{7}, plainTextRendition(note), DocumentFormat::plainText, &m_window)
    {
        m_window.resize(700, 500);
        m_view.setGeometry(0, 0, 700, 500);
        m_window.show();
        m_view.setFocus();
    }
    int indexOf(const char* words) const
    {
        return static_cast<int>(m_view.pageText(0).indexOf(QString::fromUtf8(words)));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, int times = 1)
    {
        for (int i = 0; i < times; ++i) QTest::keyClick(&m_view, key, modifiers);
    }
    std::string quoted() const
    {
        const auto selected = m_view.selectedSpan();
        if (!selected) return {};
        return note.substr(static_cast<std::size_t>(selected->span.begin),
                           static_cast<std::size_t>(selected->span.end - selected->span.begin));
    }

    Theme m_theme;
    QWidget m_window;
    RenditionView m_view;
};

TEST(DocumentText, CountsUtf8BytesAndBack)
{
    const DocumentText text(note);
    for (const char* words : {"Fi", "38", "since", "Hypertension"}) {
        const auto index = static_cast<int>(text.text().indexOf(QString::fromUtf8(words)));
        ASSERT_GE(index, 0) << words;
        EXPECT_EQ(static_cast<std::int64_t>(note.find(words)), text.byteOf(index)) << words;
        EXPECT_EQ(index, text.indexOf(static_cast<std::int64_t>(note.find(words)))) << words;
    }
    EXPECT_EQ(static_cast<std::int64_t>(note.size()), text.byteOf(static_cast<int>(text.text().size())));
    const auto thermometer = static_cast<std::int64_t>(note.find("\U0001F321"));
    EXPECT_EQ(text.indexOf(thermometer), text.indexOf(thermometer + 3)) << "all four bytes are one character";
}

TEST(DocumentText, CountsFarBehindTheBeginning)
{
    std::string bytes;
    for (int i = 0; i < 500; ++i) bytes += "a\xC3\xA9\xE2\x89\xA5\xF0\x9F\x8C\xA1";
    const DocumentText text(bytes);
    ASSERT_EQ(2500, text.text().size());
    for (const int index : {0, 255, 256, 257, 259, 1279, 1280, 2499, 2500}) {
        const auto byte = text.byteOf(index);
        const bool isSecondHalf = index < 2500 && text.text().at(index).isLowSurrogate();
        EXPECT_EQ(index - (isSecondHalf ? 1 : 0), text.indexOf(byte)) << index;
        EXPECT_EQ(static_cast<std::int64_t>(index) / 5 * 10, byte - (byte % 10));
    }
}

TEST(DocumentText, KeepsOffsetsBehindAByteOrderMark)
{
    const DocumentText text("\xEF\xBB\xBF"
                            "Note");
    EXPECT_EQ(QStringLiteral("Note"), text.text());
    EXPECT_EQ(3, text.byteOf(0));
    EXPECT_EQ(7, text.byteOf(4));
}

TEST(DocumentText, ShowsBytesThatAreNotUtf8OneToOne)
{
    const DocumentText text("a\xE9"
                            "b");
    EXPECT_EQ(3, text.text().size());
    EXPECT_EQ(2, text.byteOf(2));
}

std::vector<FlowParagraph> flowOfAll(const QString& text)
{
    const auto size = static_cast<int>(text.size());
    return flowOf(text, 0, size, widthsOf(text, 0, size, false).broken, false);
}

TEST(TextFlow, JoinsLinesThatWereBrokenAtAFixedWidthAndKeepsTheirPlaces)
{
    const QString text = QStringLiteral("HISTORY\n"
                                        "The pain began on Monday while she was carrying boxes, and it has not\n"
                                        "gone away since; it is worse at night.\n"
                                        "\n"
                                        "1. Knee pain.\n"
                                        "2. Hypertension.\n");
    const auto flow = flowOfAll(text);
    std::vector<const FlowParagraph*> shown;
    for (const auto& paragraph : flow) {
        if (paragraph.kind != FlowKind::blank) shown.push_back(&paragraph);
        ASSERT_EQ(paragraph.source.size(), static_cast<std::size_t>(paragraph.display.size()) + 1);
        for (int i = 0; i < paragraph.display.size(); ++i) {
            const QChar source = text.at(paragraph.source[static_cast<std::size_t>(i)]);
            EXPECT_TRUE(source == paragraph.display.at(i) || source.isSpace());
        }
    }
    ASSERT_EQ(4U, shown.size());
    EXPECT_EQ(FlowKind::heading, shown[0]->kind);
    EXPECT_TRUE(shown[1]->display.contains(QStringLiteral("has not gone away")));
    EXPECT_EQ(QStringLiteral("1. Knee pain."), shown[2]->display);
}

TEST(TextFlow, KeepsTheSpacesOfColumns)
{
    const auto text =
        QStringLiteral("Glucose                 98           mg/dL\nSodium                 139           mmol/L");
    const auto flow = flowOfAll(text);
    ASSERT_EQ(2U, flow.size());
    EXPECT_EQ(FlowKind::columns, flow[0].kind);
    EXPECT_EQ(text.section(QLatin1Char('\n'), 0, 0), flow[0].display);
    EXPECT_EQ(text.section(QLatin1Char('\n'), 1, 1), flow[1].display);
}

TEST_F(TextViewer, SelectsByKeyboardAndGivesByteOffsets)
{
    m_view.setCaret({0, indexOf("Type 2")});
    press(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier, 4);
    EXPECT_EQ("Type 2 diabetes with", quoted());
    EXPECT_EQ(QStringLiteral("Type 2 diabetes with"), m_view.selectedSpan()->quote);
    press(Qt::Key_Left, Qt::ShiftModifier, 6);
    EXPECT_EQ("Type 2 diabetes", quoted());
}

TEST_F(TextViewer, SelectsToTheEndOfTheLine)
{
    m_view.setCaret({0, indexOf("Hypertension")});
    press(Qt::Key_End, Qt::ShiftModifier);
    EXPECT_EQ("Hypertension, at goal. Diabetes teaching repeated.", quoted());
    press(Qt::Key_Home);
    EXPECT_FALSE(m_view.selectedSpan());
    EXPECT_EQ(indexOf("2. Hyper"), m_view.caretPosition().offset);
}

TEST_F(TextViewer, MovesUpAndDownByLines)
{
    m_view.setCaret({0, indexOf("1. Type")});
    press(Qt::Key_Down);
    EXPECT_EQ(indexOf("2. Hyper"), m_view.caretPosition().offset);
    press(Qt::Key_Up);
    EXPECT_EQ(indexOf("1. Type"), m_view.caretPosition().offset);
    press(Qt::Key_Home, Qt::ControlModifier);
    EXPECT_EQ(0, m_view.caretPosition().offset);
    press(Qt::Key_Down);
    EXPECT_GT(m_view.caretPosition().offset, 0);
}

TEST_F(TextViewer, SelectsAWordByDoubleClickWhereItIsDrawn)
{
    const auto target = indexOf("Hypertension");
    // Found by trying points over the view, as a hand with a mouse does.
    for (int y = 2; y < m_view.viewport()->height(); y += 3) {
        for (int x = 60; x < m_view.viewport()->width(); x += 7) {
            QTest::mouseClick(m_view.viewport(), Qt::LeftButton, Qt::NoModifier, {x, y});
            const int at = m_view.caretPosition().offset;
            if (at <= target + 2 || at >= target + 10) continue;
            QTest::mouseDClick(m_view.viewport(), Qt::LeftButton, Qt::NoModifier, {x, y});
            EXPECT_EQ("Hypertension", quoted());
            return;
        }
    }
    FAIL() << "the word is not on screen";
}

TEST_F(TextViewer, KeepsTheSelectionWhenFocusLeaves)
{
    m_view.setCaret({0, indexOf("Hypertension")});
    press(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    m_view.clearFocus();
    EXPECT_EQ("Hypertension", quoted());
}

TEST_F(TextViewer, TabLeavesTheDocument)
{
    QWidget next(&m_window);
    next.setFocusPolicy(Qt::StrongFocus);
    next.show();
    QWidget::setTabOrder(&m_view, &next);
    m_view.setFocus();
    press(Qt::Key_Tab);
    EXPECT_FALSE(m_view.hasFocus());
}

TEST_F(TextViewer, FindsWithoutCaseAndCounts)
{
    DocumentFinder finder;
    finder.setView(&m_view);
    finder.setQuery(QStringLiteral("DIABETES"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !finder.isSearching(); }));
    EXPECT_EQ(2, finder.hitCount());
    EXPECT_EQ(0, finder.current());
    finder.step(1);
    EXPECT_EQ(1, finder.current());
    finder.step(1);
    EXPECT_EQ(0, finder.current());
    finder.step(-1);
    EXPECT_EQ(1, finder.current());
    finder.setQuery(QStringLiteral("(diabetes"));
    EXPECT_EQ(0, finder.hitCount()) << "signs are taken as they are";
    finder.setQuery(QStringLiteral("monday. assessment"));
    EXPECT_EQ(1, finder.hitCount()) << "a line end counts as a space";
}

TEST_F(TextViewer, TellsScreenReadersWordsCaretAndSelection)
{
    auto* reader = QAccessible::queryAccessibleInterface(&m_view);
    ASSERT_TRUE(reader);
    auto* text = reader->textInterface();
    ASSERT_TRUE(text);
    EXPECT_EQ(QAccessible::Document, reader->role());
    EXPECT_EQ(m_view.pageText(0), text->text(0, text->characterCount()));
    const int at = indexOf("Hypertension");
    text->setSelection(0, at, at + 12);
    EXPECT_EQ("Hypertension", quoted());
    EXPECT_EQ(at + 12, text->cursorPosition());
    EXPECT_EQ(1, text->selectionCount());
    const QRect letter = text->characterRect(at);
    EXPECT_EQ(at, text->offsetAtPoint(letter.center() - QPoint(1, 0)));
}

TEST(Words, StopAtJointsOnlyWhenWordsEnd)
{
    const QString text = QStringLiteral("A1c 7.6 %, follow-up.");
    EXPECT_EQ((std::pair<int, int>{4, 7}), wordAround(text, 5));
    EXPECT_EQ((std::pair<int, int>{11, 20}), wordAround(text, 13));
}

}  // namespace
}  // namespace cw::ui
