#include <gtest/gtest.h>

#include <QApplication>
#include <QStandardPaths>

/// Widgets need an application; settings of the person who runs the tests are not touched.
int main(int argc, char** argv)
{
    testing::InitGoogleTest(&argc, argv);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    if (qEnvironmentVariableIsEmpty("CHARTWRIGHT_DATA")) qputenv("CHARTWRIGHT_DATA", CW_SOURCE_DIR "/data");
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("ui_test"));
    return RUN_ALL_TESTS();
}
