#include "ui/admin/condition_rows.h"

#include "ui/theme/theme.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

namespace {

using Join = SiteCondition::Join;
using Operator = SiteCondition::Operator;

// In the order of SiteCondition::Operator.
const QStringList operatorNames = {
    QStringLiteral("is"),        QStringLiteral("is not"),       QStringLiteral("is under"),
    QStringLiteral("is one of"), QStringLiteral("contains"),     QStringLiteral("is empty"),
    QStringLiteral("is filled"), QStringLiteral("is less than"), QStringLiteral("is more than")};

bool isComparison(const SiteCondition& condition)
{
    return condition.join == Join::compare;
}

}  // namespace

SiteCondition conditionOf(const std::vector<ConditionLine>& lines)
{
    SiteCondition all{.join = Join::all};
    for (const auto& line : lines) {
        if (line.isOr && !all.parts.empty()) {
            auto& last = all.parts.back();
            if (isComparison(last)) last = SiteCondition{.join = Join::any, .parts = {last}};
            last.parts.push_back(line.comparison);
        } else {
            all.parts.push_back(line.comparison);
        }
    }
    return all;
}

std::optional<std::vector<ConditionLine>> linesOf(const SiteCondition& condition)
{
    std::vector<ConditionLine> lines;
    const auto addAny = [&lines](const SiteCondition& any) {
        for (std::size_t i = 0; i < any.parts.size(); ++i) lines.push_back({i > 0, any.parts[i]});
        return std::all_of(any.parts.begin(), any.parts.end(), isComparison);
    };
    if (isComparison(condition)) return std::vector<ConditionLine>{{false, condition}};
    if (condition.join == Join::any) return addAny(condition) ? std::optional(lines) : std::nullopt;
    if (condition.join != Join::all) return std::nullopt;
    for (const auto& part : condition.parts) {
        if (isComparison(part))
            lines.push_back({false, part});
        else if (part.join != Join::any || !addAny(part))
            return std::nullopt;
    }
    return lines;
}

ConditionRows::ConditionRows(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme.scaled(4));
    show({});
}

void ConditionRows::clear()
{
    while (auto* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows.clear();
}

void ConditionRows::show(const SiteCondition& condition)
{
    clear();
    const auto lines = linesOf(condition);
    m_isForeign = !lines.has_value();
    if (m_isForeign) {
        auto* label = new QLabel(
            tr("These conditions are nested deeper than this form shows: change them in the exported file."), this);
        label->setWordWrap(true);
        m_column->addWidget(label);
        return;
    }
    for (const auto& line : *lines) append(line);
    if (m_rows.empty()) addLine();
}

void ConditionRows::addLine()
{
    if (m_isForeign) return;
    append({false, {.join = Join::compare, .field = std::string(siteFields().front().name), .op = Operator::isUnder}});
    m_rows.back().field->setFocus();
}

void ConditionRows::append(const ConditionLine& line)
{
    auto* widget = new QWidget(this);
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(m_theme.scaled(6));
    Row row{widget, new QComboBox(widget), new QComboBox(widget), new QComboBox(widget), new QLineEdit(widget)};
    const QString number = QString::number(m_rows.size() + 1);
    row.join->addItems({tr("and"), tr("or")});
    row.join->setCurrentIndex(line.isOr ? 1 : 0);
    row.join->setVisible(!m_rows.empty());
    row.join->setAccessibleName(tr("Condition %1: and, or").arg(number));
    row.field->addItem(tr("(nothing)"), QString());
    for (const auto& field : siteFields()) row.field->addItem(qs(field.label), qs(field.name));
    row.field->setCurrentIndex(std::max(0, row.field->findData(qs(line.comparison.field))));
    row.field->setAccessibleName(tr("Condition %1: field").arg(number));
    row.field->setObjectName(QStringLiteral("condition.field") + number);
    row.op->addItems(operatorNames);
    row.op->setCurrentIndex(static_cast<int>(line.comparison.op));
    row.op->setAccessibleName(tr("Condition %1: comparison").arg(number));
    row.value->setText(qs(line.comparison.value));
    row.value->setAccessibleName(tr("Condition %1: value").arg(number));
    row.value->setObjectName(QStringLiteral("condition.value") + number);
    for (QWidget* part :
         {static_cast<QWidget*>(row.join), static_cast<QWidget*>(row.field), static_cast<QWidget*>(row.op)})
        layout->addWidget(part);
    layout->addWidget(row.value, 1);
    m_column->addWidget(widget);
    m_rows.push_back(row);
}

std::optional<SiteCondition> ConditionRows::condition() const
{
    if (m_isForeign) return std::nullopt;
    std::vector<ConditionLine> lines;
    for (const auto& row : m_rows) {
        const auto field = utf8(row.field->currentData().toString());
        if (field.empty()) continue;
        lines.push_back({row.join->currentIndex() == 1,
                         {.join = Join::compare,
                          .field = field,
                          .op = static_cast<Operator>(row.op->currentIndex()),
                          .value = utf8(row.value->text().trimmed())}});
    }
    return conditionOf(lines);
}

}  // namespace cw::ui
