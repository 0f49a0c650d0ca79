#include "ui/desk/guideline_section.h"

#include "qt/pdf_reader.h"

#include <gtest/gtest.h>

#include <QFile>

#include <cstdlib>

namespace cw::ui {
namespace {

const std::vector<QString> book = {
    QStringLiteral("Section I. Conventions ....... 2\nC. Chapters ..... 2\n9. Chapter 9: Heart ..... 3"),
    QStringLiteral(
        "Section I. Conventions\nA. Words\n2. Second\nC. Chapters\n1. Chapter 1: Infections\na. First of one"),
    QStringLiteral("9. not the chapter\n9. Chapter 9: Heart\na. Pressure\n1) With heart\n2) With kidney\nb. Vessels"),
};

TEST(GuidelineSection, IsReadFromTheSource)
{
    EXPECT_EQ(QStringLiteral("I.C.9.a.2"),
              sectionIn(QStringLiteral("ICD-10-CM Official Guidelines FY2026, I.C.9.a.2")));
    EXPECT_EQ(QStringLiteral("IV.H"), sectionIn(QStringLiteral("Official Guidelines FY2026, IV.H; MCE 2")));
    EXPECT_TRUE(sectionIn(QStringLiteral("ICD-10-CM Tabular List January 2021, E11 Excludes1")).isEmpty());
}

TEST(GuidelineSection, FollowsTheHeadingsPastTheContents)
{
    const auto place = findSection(book, QStringLiteral("I.C.9.a.2"));
    ASSERT_TRUE(place);
    EXPECT_EQ(2, place->page);
    EXPECT_EQ(QStringLiteral("2) With kidney"), book[2].mid(place->begin, place->end - place->begin));
}

TEST(GuidelineSection, EndsAtTheNearestHeadingAbove)
{
    const auto place = findSection(book, QStringLiteral("I.C.9.z"));
    ASSERT_TRUE(place);
    EXPECT_EQ(QStringLiteral("9. Chapter 9: Heart"), book[2].mid(place->begin, place->end - place->begin));
    EXPECT_FALSE(findSection(book, QStringLiteral("IV.H")));
}

TEST(GuidelineSection, FindsSectionsOfTheOfficialBook)
{
    const char* shared = std::getenv("CHARTWRIGHT_SHARED");
    const QString folder = shared ? QString::fromUtf8(shared) : QStringLiteral(CW_SOURCE_DIR "/../shared");
    QFile file(folder + QStringLiteral("/reference/icd10cm/ICD-10-CM-October-2025-Guidelines_FY2026.pdf"));
    if (!file.open(QIODevice::ReadOnly)) {
        if (shared) FAIL() << "the guidelines are not in CHARTWRIGHT_SHARED";
        GTEST_SKIP() << "no official files beside the source";
    }
    const auto reader = PdfReader::open(file.readAll().toStdString());
    ASSERT_TRUE(reader);
    std::vector<QString> pages;
    for (int page = 0; page < (*reader)->pageCount(); ++page) pages.push_back((*reader)->text(page).text);
    const std::vector<std::pair<const char*, const char*>> headings = {
        {"I.A.12", "12."},
        {"I.C.1.d", "d. Sepsis"},
        {"I.C.9.a.2", "2) Hypertensive Chronic Kidney Disease"},
        {"I.C.15.b", "b. Selection"},
        {"I.C.19.e", "e. Adverse Effects"},
        {"II.A", "A. Codes for symptoms"},
        {"IV.H", "H. Uncertain"}};
    for (const auto& [section, heading] : headings) {
        const auto place = findSection(pages, QString::fromLatin1(section));
        ASSERT_TRUE(place) << section;
        const QString found = pages[static_cast<std::size_t>(place->page)].mid(place->begin, place->end - place->begin);
        EXPECT_TRUE(found.simplified().startsWith(QString::fromLatin1(heading)))
            << section << ": " << found.toStdString();
    }
}

}  // namespace
}  // namespace cw::ui
