#include "ui/desk/visit_facts_dialog.h"

#include "edits/engine/visit_facts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

VisitFactsDialog::VisitFactsDialog(Theme& theme, const std::vector<std::string>& flags, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Facts of the visit"));
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("area", QStringLiteral("surface"));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(static_cast<int>(theme.scaled(4)));
    auto* words = new QLabel(tr("What the chart says and no code does. Edits ask for it."), this);
    words->setProperty("role", QStringLiteral("muted"));
    words->setWordWrap(true);
    column->addWidget(words);
    column->addSpacing(static_cast<int>(theme.scaled(6)));
    for (const auto& fact : visitFacts()) {
        auto* box = new QCheckBox(qs(fact.label), this);
        box->setObjectName(QStringLiteral("fact.") + qs(fact.flag));
        box->setToolTip(tr("Read by %1").arg(qs(fact.rules)));
        box->setChecked(std::find(flags.begin(), flags.end(), fact.flag) != flags.end());
        column->addWidget(box);
        m_boxes.emplace_back(std::string(fact.flag), box);
    }
    for (const auto& flag : flags)
        if (!isVisitFact(flag)) m_unknown.push_back(flag);
    column->addSpacing(static_cast<int>(theme.scaled(6)));
    auto* buttons = new QDialogButtonBox(this);
    auto* take = buttons->addButton(tr("Take over"), QDialogButtonBox::AcceptRole);
    take->setDefault(true);
    take->setProperty("primary", true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_boxes.front().second->setFocus();
}

std::vector<std::string> VisitFactsDialog::flags() const
{
    std::vector<std::string> all;
    for (const auto& [flag, box] : m_boxes)
        if (box->isChecked()) all.push_back(flag);
    all.insert(all.end(), m_unknown.begin(), m_unknown.end());
    return all;
}

}  // namespace cw::ui
