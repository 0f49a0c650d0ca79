#include "ui/desk/viewer/reading_places.h"

#include <gtest/gtest.h>

#include <QSettings>
#include <QTemporaryDir>

namespace cw::ui {
namespace {

TEST(ReadingPlaces, AreKeptWithoutAnythingOfTheDocument)
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    const auto open = [&] { return ReadingPlaces(std::make_unique<QSettings>(file, QSettings::IniFormat)); };
    const ReadingPlace place{{3, 0, 0.25}, {3, 17}, 2};
    {
        auto places = open();
        places.keepZoom(1.5);
        for (int i = 1; i <= 250; ++i) places.keep(DocumentVersionId{i}, place);
    }
    const auto places = open();
    EXPECT_DOUBLE_EQ(1.5, places.zoom());
    EXPECT_EQ(place, places.find(DocumentVersionId{250}));
    EXPECT_EQ(place, places.find(DocumentVersionId{51}));
    EXPECT_FALSE(places.find(DocumentVersionId{50})) << "the last 200 only";
}

TEST(ReadingPlaces, AreForgottenWhenTheyCannotBeRead)
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    {
        QSettings settings(file, QSettings::IniFormat);
        settings.setValue(QStringLiteral("viewer/places"),
                          QStringList{QStringLiteral("7:not:a:place"), QStringLiteral("8:-1:0:nan:0:0:9")});
        settings.setValue(QStringLiteral("viewer/zoom"), QStringLiteral("99"));
    }
    const ReadingPlaces places(std::make_unique<QSettings>(file, QSettings::IniFormat));
    EXPECT_FALSE(places.find(DocumentVersionId{7}));
    EXPECT_FALSE(places.find(DocumentVersionId{8}));
    EXPECT_DOUBLE_EQ(4.0, places.zoom());
}

}  // namespace
}  // namespace cw::ui
