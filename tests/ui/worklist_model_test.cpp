#include "ui/widgets/row_delegate.h"
#include "ui/widgets/tone.h"
#include "ui/worklist/worklist_filters.h"
#include "ui/worklist/worklist_model.h"

#include <gtest/gtest.h>

namespace cw::ui {
namespace {

app::WorklistRow makeRow(const char* id, const char* patient, const char* date, std::int64_t cents,
                         EncounterStatus status, std::optional<int> days)
{
    app::WorklistRow row;
    row.summary.encounterId = id;
    row.summary.patientName = patient;
    row.summary.serviceFrom = *Date::parse(date);
    row.summary.charges = Money::cents(cents);
    row.summary.status = status;
    row.summary.placeOfService = "11";
    if (days) row.fileBy = Date::of(2026, 1, 1), row.daysToFile = *days;
    return row;
}

class WorklistRows : public testing::Test {
protected:
    WorklistRows()
    {
        m_model.setRows({makeRow("V-2", "Brandt, Otto", "2025-03-16", 190450, EncounterStatus::returned, 12),
                         makeRow("V-1", "Quist, Anders", "2025-03-14", 9240, EncounterStatus::fresh, std::nullopt),
                         makeRow("V-3", "Adler, Ida", "2025-03-18", 41200, EncounterStatus::inCoding, -3)});
    }
    QStringList ids() const
    {
        QStringList list;
        for (int i = 0; i < m_model.rowCount(); ++i) list.append(text(i, WorklistModel::visit));
        return list;
    }
    QString text(int row, int column) const { return m_model.index(row, column).data().toString(); }
    QStringList sorted(int column, Qt::SortOrder order = Qt::AscendingOrder)
    {
        m_model.sort(column, order);
        return ids();
    }
    WorklistModel m_model;
};

TEST_F(WorklistRows, BeginWithTheOldestService)
{
    EXPECT_EQ(QStringList({QStringLiteral("V-1"), QStringLiteral("V-2"), QStringLiteral("V-3")}), ids());
}

TEST_F(WorklistRows, SortByValueNotByText)
{
    EXPECT_EQ(QStringLiteral("V-1 V-3 V-2"), sorted(WorklistModel::charges).join(QLatin1Char(' ')));
    EXPECT_EQ(QStringLiteral("V-2 V-3 V-1"),
              sorted(WorklistModel::charges, Qt::DescendingOrder).join(QLatin1Char(' ')));
    EXPECT_EQ(QStringLiteral("V-3 V-2 V-1"), sorted(WorklistModel::daysToFile).join(QLatin1Char(' ')))
        << "no limit comes last";
    EXPECT_EQ(QStringLiteral("V-3 V-2 V-1"), sorted(WorklistModel::patient).join(QLatin1Char(' ')));
}

TEST_F(WorklistRows, KeepsTheCurrentRowWhenSorting)
{
    const QPersistentModelIndex current = m_model.index(m_model.indexOf("V-2"), 0);
    m_model.sort(WorklistModel::charges, Qt::DescendingOrder);
    EXPECT_EQ(QStringLiteral("V-2"), current.data().toString());
}

TEST_F(WorklistRows, ShowsMoneyDatesAndWords)
{
    const int row = m_model.indexOf("V-2");
    EXPECT_EQ(QStringLiteral("1,904.50"), text(row, WorklistModel::charges));
    EXPECT_EQ(QStringLiteral("2025-03-16"), text(row, WorklistModel::serviceDate));
    EXPECT_EQ(QStringLiteral("Office"), text(row, WorklistModel::place));
    EXPECT_EQ(QStringLiteral("Returned"), text(row, WorklistModel::status));
    EXPECT_EQ(static_cast<int>(Tone::warning), m_model.index(row, WorklistModel::status).data(ChipRole).toInt());
    EXPECT_EQ(static_cast<int>(Tone::warning), m_model.index(row, WorklistModel::daysToFile).data(ToneRole).toInt());
    const int late = m_model.indexOf("V-3");
    EXPECT_EQ(QStringLiteral("-3"), text(late, WorklistModel::daysToFile));
    EXPECT_EQ(static_cast<int>(Tone::error), m_model.index(late, WorklistModel::daysToFile).data(ToneRole).toInt());
    EXPECT_EQ(QString(QChar(0x2013)), text(m_model.indexOf("V-1"), WorklistModel::daysToFile));
}

TEST(WorklistFilters, GiveCodersTheirWorkAndOthersWhatIsOpen)
{
    User coder{.name = "coder", .roles = {Role::coder}};
    const auto mine = defaultFilter(coder);
    EXPECT_EQ("coder", mine.assignedTo);
    EXPECT_TRUE(mine.orUnassigned);
    for (const auto status : mine.statuses) EXPECT_NE(EncounterStatus::approved, status);
    const User biller{.name = "biller", .roles = {Role::biller}};
    EXPECT_FALSE(defaultFilter(biller).assignedTo);
    EXPECT_EQ(filterChoices(coder).size(), filterChoices(biller).size() + 1);
}

}  // namespace
}  // namespace cw::ui
