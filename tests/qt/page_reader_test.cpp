#include "qt/page_reader.h"

#include "base/file.h"
#include "qt/page_images.h"
#include "qt/tesseract.h"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QFont>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>

#include <cstdlib>
#include <filesystem>
#include <set>

namespace cw {
namespace {

/// A page of print, 200 dpi.
QImage printed(const QStringList& lines, QSize pixels = {1700, 800})
{
    QImage page(pixels, QImage::Format_RGB32);
    page.fill(Qt::white);
    page.setDotsPerMeterX(7874);
    page.setDotsPerMeterY(7874);
    QPainter painter(&page);
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(40);
    painter.setFont(font);
    int y = 120;
    for (const auto& line : lines) painter.drawText(150, y += 70, line);
    return page;
}

std::string saved(const QImage& image, const char* kind)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    EXPECT_TRUE(image.save(&buffer, kind));
    return bytes.toStdString();
}

std::string pdfOf(const QStringList& pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    for (int i = 0; i < pages.size(); ++i) {
        if (i > 0) writer.newPage();
        painter.drawText(500, 800, pages[i]);
    }
    painter.end();
    return bytes.toStdString();
}

TEST(PageImages, KnowsSizeAndPagesOfEachKind)
{
    const QImage page = printed({});
    for (const auto& [format, kind] : {std::pair(DocumentFormat::png, "PNG"), {DocumentFormat::jpeg, "JPG"}}) {
        auto images = PageImages::open(format, saved(page, kind), {});
        ASSERT_TRUE(images) << kind;
        EXPECT_EQ(1, (*images)->pageCount());
        EXPECT_NEAR(612, (*images)->pageSize(0).width(), 1) << kind;
        EXPECT_NEAR(288, (*images)->pageSize(0).height(), 1) << kind;
        const QImage shown = (*images)->render(0, {85, 40});
        EXPECT_EQ(QSize(85, 40), shown.size());
        EXPECT_EQ(qRgb(255, 255, 255), shown.pixel(3, 3));
    }
}

TEST(PageImages, RefusesWhatIsNoPicture)
{
    EXPECT_EQ("QT-030", PageImages::open(DocumentFormat::tiff, "II*", {}).error().id);
    EXPECT_EQ("QT-030", PageImages::open(DocumentFormat::png, "\x89PNG\r\n\x1a\n", {}).error().id);
    const auto whole = saved(printed({}), "PNG");
    EXPECT_FALSE(PageImages::open(DocumentFormat::png, std::string_view(whole).substr(0, 40), {}));
}

TEST(PageReader, ReadsTheTextOfAPdfAndLeavesPagesWithoutAny)
{
    const auto reader = makePageReader();
    const auto bytes = pdfOf({QStringLiteral("Acute bronchitis, second visit"), QStringLiteral("p 2")});
    EXPECT_EQ(2, reader->countPages(DocumentFormat::pdf, bytes, {}).value());
    const auto pages = reader->readText(DocumentFormat::pdf, bytes, {}, {});
    ASSERT_TRUE(pages);
    ASSERT_EQ(2U, pages->size());
    EXPECT_EQ(TextSource::embedded, (*pages)[0].source);
    EXPECT_EQ("Acute bronchitis, second visit", (*pages)[0].text);
    EXPECT_EQ(TextSource::none, (*pages)[1].source);
}

TEST(Tesseract, ReadsWordsAndTheirPlacesFromItsTable)
{
    const QByteArray tsv =
        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
        "1\t1\t0\t0\t0\t0\t0\t0\t1000\t500\t-1\t\n"
        "5\t1\t1\t1\t1\t1\t100\t50\t200\t25\t96.5\tType\n"
        "5\t1\t1\t1\t1\t2\t310\t50\t20\t25\t91\t2\n"
        "5\t1\t1\t1\t2\t1\t100\t90\t200\t25\t40\tdi\u00e9t\n"
        "5\t1\t1\t2\t1\t1\t100\t150\t200\t25\t88\tEnd\n"
        "5\tbroken\n"
        "5\t1\t1\t2\t1\t2\t100\t150\t200\t25\t88\t  \n";
    const auto page = pageTextOf(tsv, {1000, 500});
    EXPECT_EQ("Type 2\ndi\u00e9t\n\nEnd", page.text);
    ASSERT_EQ(4U, page.words.size());
    EXPECT_EQ((RecognisedWord{5, 6, {3100, 1000, 200, 500}, 91}), page.words[1]);
    EXPECT_EQ(7, page.words[2].begin);
    EXPECT_EQ(11, page.words[2].end);
}

TEST(PageReader, RecognisesPrint)
{
    const auto reader = makePageReader();
    if (!reader->canRecognise()) GTEST_SKIP() << "tesseract is not installed";
    const auto bytes =
        saved(printed({QStringLiteral("Impression: acute appendicitis"), QStringLiteral("Plan: laparoscopic surgery")}),
              "PNG");
    const auto page = reader->recognise(DocumentFormat::png, bytes, {}, 0, {});
    ASSERT_TRUE(page) << page.error().detail;
    EXPECT_EQ(TextSource::recognised, page->source);
    EXPECT_NE(std::string::npos, page->text.find("acute appendicitis")) << page->text;
    EXPECT_EQ(6U, page->words.size());
    EXPECT_EQ("QT-044", reader->recognise(DocumentFormat::png, bytes, {}, 1, {}).error().id);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ("QT-041",
              reader->recognise(DocumentFormat::png, bytes, {}, 0, Progress({}, stop.get_token())).error().id);
}

std::multiset<QString> wordsOf(const QString& text)
{
    std::multiset<QString> words;
    for (const auto& word : text.toLower().split(QRegularExpression(QStringLiteral("[^a-z0-9]+")), Qt::SkipEmptyParts))
        words.insert(word);
    return words;
}

TEST(PageReader, RecognisesTheScansAtHand)
{
    const char* shared = std::getenv("CHARTWRIGHT_SHARED");
    const std::filesystem::path folder =
        std::filesystem::path(shared ? shared : CW_SOURCE_DIR "/../shared") / "documents/derived_renderings";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no shared documents here";
    const auto reader = makePageReader();
    if (!reader->canRecognise()) GTEST_SKIP() << "tesseract is not installed";
    // One of each kind: OCR of all of them is for the benchmark.
    const std::vector<std::tuple<const char*, const char*, DocumentFormat>> scans = {
        {"916_Delivery_Note_1_scan.pdf", "916_Delivery_Note_1", DocumentFormat::pdf},
        {"3688_Vertigo_Consult_1.tif", "3688_Vertigo_Consult_1", DocumentFormat::tiff},
        {"4032_Acne_Vulgaris_p1.jpg", "4032_Acne_Vulgaris", DocumentFormat::jpeg}};
    for (const auto& [file, truth, format] : scans) {
        const auto bytes = readFile(folder / file);
        const auto expected = readFile(folder / (std::string(truth) + ".truth.txt"));
        ASSERT_TRUE(bytes && expected) << file;
        const int pages = reader->countPages(format, *bytes, {}).value();
        QString all;
        for (int page = 0; page < pages; ++page) {
            const auto text = reader->recognise(format, *bytes, {}, page, {});
            ASSERT_TRUE(text) << file << " page " << page;
            all += QString::fromStdString(text->text) + QLatin1Char('\n');
        }
        auto found = wordsOf(all);
        int right = 0;
        const auto wanted = wordsOf(QString::fromStdString(*expected));
        for (const auto& word : wanted) {
            const auto at = found.find(word);
            if (at == found.end()) continue;
            found.erase(at);
            ++right;
        }
        const double share = static_cast<double>(right) / static_cast<double>(wanted.size());
        std::printf("%s: %d pages, %.1f %% of %zu words\n", file, pages, share * 100, wanted.size());
        EXPECT_GT(share, format == DocumentFormat::jpeg ? 0.5 : 0.8) << file;
    }
}

}  // namespace
}  // namespace cw
