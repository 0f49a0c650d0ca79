#include "ui/admin/payers_pane.h"

#include "ui/admin/address_fields.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"

namespace cw::ui {

namespace {

struct Days {
    const char* name;
    std::optional<int> PayerRecord::*member;
};
const std::vector<Days> daysFields = {{"initial_days", &PayerRecord::initialDays},
                                      {"corrected_days", &PayerRecord::correctedDays},
                                      {"appeal_days", &PayerRecord::appealDays}};

QString daysText(const std::optional<int>& days)
{
    return days ? QString::number(*days) : QString();
}

}  // namespace

PayersPane::PayersPane(PageContext& context, QWidget* parent)
    : RecordPane(
          context,
          {.title = tr("Payers"),
           .name = QStringLiteral("payers"),
           .one = tr("payer"),
           .columns = {tr("Payer"), tr("Id"), tr("Filing"), tr("Partner"), tr("Days to file, correct, appeal"),
                       tr("State")},
           .widths = {280, 120, 70, 0, 220, 130},
           .stretch = 3,
           .empty = tr("Payers with their partner and deadlines.")},
          parent, [](app::DirectoryDesk& desk) { return desk.payers(); },
          [](app::DirectoryDesk& desk) { return desk.payersSeen(); })
{
    m_header->addHint(keyHint("admin.takeOver"), tr("take over what encounters name"));
    makeForm();
    bindCommand("admin.takeOver", m_table, [this] { takeOver(currentRow()); });
    showRecord(-1);
}

void PayersPane::makeForm()
{
    m_form->addLine(QStringLiteral("payer_id"), tr("Payer id"), tr("as in the claim file"));
    m_form->addLine(QStringLiteral("name"), tr("Name"));
    m_form->addLine(QStringLiteral("claim_filing_code"), tr("Filing code"), tr("MB, CI, BL \u2026"));
    m_form->addChoice(QStringLiteral("partner"), tr("Partner"), {tr("the default")}, {QString()});
    m_form->addLine(QStringLiteral("initial_days"), tr("Days to file"), tr("from the service"));
    m_form->addLine(QStringLiteral("corrected_days"), tr("Days to correct"));
    m_form->addLine(QStringLiteral("appeal_days"), tr("Days to appeal"), tr("from the remittance"));
    addAddressFields(*m_form);
    m_form->addCheck(QStringLiteral("reference"), tr("Takes its number on first claims"));
    m_form->addCheck(QStringLiteral("paper"), tr("Prefers paper"));
    m_form->addCheck(QStringLiteral("active"), tr("In use"));
    m_form->addButton(tr("Keep"), QStringLiteral("keep"), [this] { keep(); });
    m_form->addButton(tr("New payer"), QStringLiteral("new"), [this] { startNew(); });
}

void PayersPane::partnersLoaded()
{
    QStringList names = {tr("the default")};
    QStringList values = {QString()};
    for (const auto& partner : m_partners) {
        names.append(qs(partner.name));
        values.append(QString::number(partner.id.value));
    }
    m_form->setChoices(QStringLiteral("partner"), names, values);
}

ListRow PayersPane::rowOf(const PayerRecord& payer) const
{
    QString partner = tr("the default");
    for (const auto& one : m_partners)
        if (one.id == payer.partner) partner = qs(one.name);
    QStringList days;
    for (const auto& field : daysFields)
        days.append(payer.*field.member ? daysText(payer.*field.member) : QStringLiteral("\u2013"));
    return {{qs(payer.name), qs(payer.payerId), qs(payer.claimFilingCode), partner, days.join(QStringLiteral(", "))},
            false};
}

void PayersPane::fill(const PayerRecord& payer)
{
    m_form->setText(QStringLiteral("payer_id"), qs(payer.payerId));
    m_form->setText(QStringLiteral("name"), qs(payer.name));
    m_form->setText(QStringLiteral("claim_filing_code"), qs(payer.claimFilingCode));
    m_form->setText(QStringLiteral("partner"),
                    payer.partner.isValid() ? QString::number(payer.partner.value) : QString());
    for (const auto& field : daysFields)
        m_form->setText(QString::fromLatin1(field.name), daysText(payer.*field.member));
    showAddress(*m_form, payer.address);
    m_form->setOn(QStringLiteral("reference"), payer.takesReferenceOnOriginals);
    m_form->setOn(QStringLiteral("paper"), payer.prefersPaper);
    m_form->setOn(QStringLiteral("active"), payer.isActive);
}

PayerRecord PayersPane::entered(PayerRecord payer, std::vector<FieldFault>& faults) const
{
    payer.payerId = utf8(m_form->text(QStringLiteral("payer_id")));
    payer.name = utf8(m_form->text(QStringLiteral("name")));
    payer.claimFilingCode = utf8(m_form->text(QStringLiteral("claim_filing_code")).toUpper());
    payer.partner = {m_form->text(QStringLiteral("partner")).toLongLong()};
    for (const auto& field : daysFields) {
        const auto text = m_form->text(QString::fromLatin1(field.name));
        bool isNumber = true;
        payer.*field.member = text.isEmpty() ? std::nullopt : std::optional(text.toInt(&isNumber));
        if (!isNumber) payer.*field.member = std::nullopt;
        if (!isNumber) faults.push_back({field.name, "must be a number of days"});
    }
    payer.address = enteredAddress(*m_form, payer.address);
    payer.takesReferenceOnOriginals = m_form->isOn(QStringLiteral("reference"));
    payer.prefersPaper = m_form->isOn(QStringLiteral("paper"));
    payer.isActive = m_form->isOn(QStringLiteral("active"));
    return payer;
}

}  // namespace cw::ui
