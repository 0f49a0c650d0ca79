#pragma once

#include <QDir>
#include <QFile>
#include <QString>

#include <string>
#include <vector>

namespace cw::ui {

struct OrderRow {
    std::string code;
    std::string title;
    bool billable = true;
};

/// An invented ICD-10-CM order file of a year (order file format of CMS) in `folder`; its path.
inline QString writeOrderFile(const QString& folder, int year, const std::vector<OrderRow>& rows)
{
    const QString path = QDir(folder).filePath(QStringLiteral("icd10cm_order_%1.txt").arg(year));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return {};
    int order = 0;
    for (const auto& row : rows) {
        const auto number = std::to_string(++order);
        std::string line = std::string(5 - number.size(), '0') + number + " " + row.code;
        line.resize(14, ' ');
        line += row.billable ? '1' : '0';
        line += " " + row.title.substr(0, 60);
        line.resize(77, ' ');
        line += row.title + "\r\n";
        file.write(line.data(), static_cast<qint64>(line.size()));
    }
    return path;
}

}  // namespace cw::ui
