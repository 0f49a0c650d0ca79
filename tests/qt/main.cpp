#include <gtest/gtest.h>

#include <QCoreApplication>

int main(int argc, char** argv)
{
    testing::InitGoogleTest(&argc, argv);
    qputenv("no_proxy", "127.0.0.1,localhost");
    QCoreApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
