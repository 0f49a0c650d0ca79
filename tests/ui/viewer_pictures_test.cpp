// Pictures of the viewer in both themes, to be looked at: written to the folder that CHARTWRIGHT_PICTURES names.
#include "tests/ui/support/viewer_documents.h"
#include "ui/desk/viewer/difference_view.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/desk/viewer/document_view.h"
#include "ui/desk/viewer/paged_view.h"
#include "ui/theme/theme.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QTest>

namespace cw::ui {
namespace {

const std::string note = "PROGRESS NOTE\n\n"
                         "Seen for follow-up of diabetes, kidney function and blood pressure.\n\n"
                         "HISTORY\n"
                         "Ms. Halloran returns three months after her last visit. Type 2 diabetes with\n"
                         "diabetic kidney disease, on basal insulin at night since autumn, no low readings.\n"
                         "Home pressures 128 to 138 systolic. No chest pain, no leg swelling.\n\n"
                         "RESULTS\n"
                         "Test              Value      Unit        Range\n"
                         "Glucose             182      mg/dL       70-99\n"
                         "Sodium              139      mmol/L      136-145\n\n"
                         "ASSESSMENT AND PLAN\n"
                         "1. Diabetic nephropathy, chronic kidney disease stage 3a: continue losartan.\n"
                         "2. Hypertension, at goal.\n"
                         "3. Long-term insulin: dose unchanged, teaching repeated.\n"
                         "4. Right knee osteoarthritis limiting walks: joint injected today.\n\n"
                         "Time 32 minutes.\n";

Rendition report()
{
    RenditionWriter writer;
    writer.heading(1, "Summary of care");
    writer.labelled("Author", "D. Okonkwo MD, General Internal Medicine");
    writer.labelled("Created", "2025-03-18");
    writer.heading(2, "Results");
    writer.beginTable();
    writer.headerRow({"Test", "Value", "Unit", "Reference range", "Flag", "Collected"});
    writer.row(std::vector<std::string>{"Glucose, fasting", "182", "mg/dL", "70 to 99", "high", "2025-03-17"});
    writer.row(std::vector<std::string>{"Glomerular filtration rate, estimated by the equation of 2021", "51",
                                        "mL/min/1.73 m\xC2\xB2", "above 60", "low", "2025-03-17"});
    writer.row(std::vector<std::string>{"Sodium", "139", "mmol/L", "136 to 145", "", "2025-03-17"});
    writer.heading(2, "Problems");
    writer.listItem(1, "Type 2 diabetes mellitus with diabetic chronic kidney disease (E11.22), active since 2019");
    writer.listItem(2,
                    "Stage 3a, stable over two years, seen by nephrology in autumn and again in spring of this year");
    writer.listItem(1, "Hypertension, at goal");
    writer.heading(3, "Instructions");
    writer.paragraph("Continue losartan and basal insulin. Repeat the panel in three months; come earlier with fever, "
                     "vomiting or low readings.");
    writer.preformatted("Losartan    50 mg    1-0-0\nInsulin     14 IU    0-0-1");
    writer.note("Attachment not shown: image/jpeg, 214 KB.");
    return std::move(writer).finish();
}

std::string shared(const char* path)
{
    QFile file(qEnvironmentVariable("CHARTWRIGHT_SHARED") + QLatin1Char('/') + QString::fromUtf8(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

class Pictures : public testing::TestWithParam<ThemeMode> {
protected:
    void SetUp() override
    {
        if (folder().isEmpty()) GTEST_SKIP() << "CHARTWRIGHT_PICTURES is not set";
        theme.setMode(GetParam());
        theme.applyTo(*qApp);
    }
    static QString folder() { return qEnvironmentVariable("CHARTWRIGHT_PICTURES"); }
    void save(QWidget& widget, const char* name)
    {
        const QString mode = GetParam() == ThemeMode::dark ? QStringLiteral("dark") : QStringLiteral("light");
        ASSERT_TRUE(
            widget.grab().save(QStringLiteral("%1/viewer-%2-%3.png").arg(folder(), QString::fromUtf8(name), mode)));
    }
    void show(DocumentPane& pane, const app::OpenedDocument& document)
    {
        pane.resize(760, 820);
        pane.show();
        pane.showDocument(document);
        ASSERT_TRUE(QTest::qWaitFor([&] { return pane.view() != nullptr; }));
        auto* paged = qobject_cast<PagedView*>(pane.view());
        ASSERT_TRUE(QTest::qWaitFor([&] { return !paged || (paged->grab(), paged->isDrawn(0)); }));
    }
    static Highlight mark(DocumentPane& pane, const char* words, MarkKind kind)
    {
        const auto text = QString::fromUtf8(words);
        const auto at = static_cast<int>(pane.view()->pageText(0).indexOf(text));
        return {pane.view()->spanOf(0, at, at + static_cast<int>(text.size())), kind};
    }
    Theme theme;
};

TEST_P(Pictures, Note)
{
    DocumentPane pane(theme, nullptr);
    show(pane, textDocument(1, note));
    const auto insulin = mark(pane, "Long-term insulin", MarkKind::suggestion);
    pane.setHighlights({mark(pane, "Type 2 diabetes with\ndiabetic kidney disease", MarkKind::proof), insulin,
                        mark(pane, "Hypertension", MarkKind::currentProof)});
    const auto knee = mark(pane, "Right knee osteoarthritis", MarkKind::selection).span;
    const auto [begin, end] = pane.view()->rangeOf(knee);
    pane.view()->setCaret(begin);
    pane.view()->setCaret(end, true);
    save(pane, "note");
}

TEST_P(Pictures, TablesAndArchived)
{
    DocumentPane pane(theme, nullptr);
    auto document = textDocument(2, {});
    document.info.title = "Summary of care";
    document.info.format = DocumentFormat::ccda;
    document.info.isArchived = true;
    document.info.versionCount = 2;
    document.info.status = "corrected";
    document.rendition = report();
    show(pane, document);
    pane.setHighlights({mark(pane, "Glucose, fasting\t182", MarkKind::proof),
                        mark(pane, "E11.22", MarkKind::suggestion), mark(pane, "Hypertension", MarkKind::proof)});
    pane.find();
    pane.findChild<QLineEdit*>(QStringLiteral("findField"))->setText(QStringLiteral("stage"));
    save(pane, "tables");
}

TEST_P(Pictures, Scan)
{
    const auto bytes = shared("documents/derived_renderings/1937_Discharge_Summary_Respiratory.tif");
    if (bytes.empty()) GTEST_SKIP() << "CHARTWRIGHT_SHARED is not set";
    DocumentPane pane(theme, nullptr);
    auto document = pictureDocument(3, bytes, {recognisedPage({QStringLiteral("Discharge summary respiratory")})});
    document.info.format = DocumentFormat::tiff;
    show(pane, document);
    pane.setHighlights({mark(pane, "summary", MarkKind::proof),
                        {{DocumentVersionId{3}, 0, 0, 0, {1000, 3000, 4000, 600}}, MarkKind::currentProof},
                        {{DocumentVersionId{3}, 0, 0, 0, {1000, 4000, 4000, 600}}, MarkKind::suggestion}});
    pane.markArea();
    save(pane, "scan");
    pane.rotate();
    auto* paged = qobject_cast<PagedView*>(pane.view());
    ASSERT_TRUE(QTest::qWaitFor([&] { return paged->grab(), paged->isDrawn(0); }));
    save(pane, "scan-turned");
}

TEST_P(Pictures, Pdf)
{
    DocumentPane pane(theme, nullptr);
    show(pane, pdfDocument(4, makePdf({QString::fromStdString(note), QStringLiteral("Second page")})));
    pane.setHighlights(
        {mark(pane, "Hypertension", MarkKind::proof), mark(pane, "kidney disease", MarkKind::suggestion)});
    pane.view()->grab();
    QTest::qWait(100);
    save(pane, "pdf");
}

TEST_P(Pictures, Password)
{
    DocumentPane pane(theme, nullptr);
    pane.resize(760, 820);
    pane.show();
    pane.showDocument(pdfDocument(5, lockedPdf()));
    save(pane, "password");
}

TEST_P(Pictures, Differences)
{
    std::string later = note;
    later.replace(later.find("Home pressures"), 14, "Pressures at home");
    later.replace(later.find("Time 32"), 7, "Referred to nephrology.\n\nTime 25");
    DifferenceView view(theme, nullptr);
    view.resize(1100, 620);
    view.show();
    view.showTexts(QStringLiteral("Office visit, 2024-12-11, v1"), note, QStringLiteral("Office visit, 2025-03-18, v1"),
                   later);
    view.step(1);
    save(view, "differences");
}

INSTANTIATE_TEST_SUITE_P(Themes, Pictures, testing::Values(ThemeMode::light, ThemeMode::dark));

}  // namespace
}  // namespace cw::ui
