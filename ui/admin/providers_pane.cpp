#include "ui/admin/providers_pane.h"

#include "ui/admin/address_fields.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"

namespace cw::ui {

namespace {

struct Line {
    const char* name;
    std::string Provider::*member;
};

const std::vector<Line> lines = {{"npi", &Provider::npi},
                                 {"organization", &Provider::organization},
                                 {"last_name", &Provider::lastName},
                                 {"first_name", &Provider::firstName},
                                 {"middle_name", &Provider::middleName},
                                 {"suffix", &Provider::suffix},
                                 {"taxonomy", &Provider::taxonomy},
                                 {"tax_id", &Provider::taxId},
                                 {"tax_id_type", &Provider::taxIdType},
                                 {"contact_name", &Provider::contactName}};

}  // namespace

ProvidersPane::ProvidersPane(PageContext& context, QWidget* parent)
    : RecordPane(
          context,
          {.title = tr("Providers and facilities"),
           .name = QStringLiteral("providers"),
           .one = tr("provider"),
           .columns = {tr("Name"), tr("Kind"), tr("NPI"), tr("Taxonomy"), tr("Place"), tr("State")},
           .widths = {280, 90, 120, 120, 0, 130},
           .stretch = 4,
           .empty = tr("Providers of the practice: they fill what an encounter leaves empty for the same NPI.")},
          parent, [](app::DirectoryDesk& desk) { return desk.providers(); },
          [](app::DirectoryDesk& desk) { return desk.providersSeen(); })
{
    m_header->addHint(keyHint("admin.takeOver"), tr("take over what encounters name"));
    makeForm();
    bindCommand("admin.takeOver", m_table, [this] { takeOver(currentRow()); });
    showRecord(-1);
}

void ProvidersPane::makeForm()
{
    m_form->addLine(QStringLiteral("npi"), tr("NPI"), tr("ten digits"));
    m_form->addChoice(QStringLiteral("kind"), tr("Kind"), {tr("billing provider"), tr("person"), tr("facility")},
                      {QStringLiteral("billing"), QStringLiteral("person"), QStringLiteral("facility")});
    m_form->addLine(QStringLiteral("taxonomy"), tr("Taxonomy"), QStringLiteral("207Q00000X"));
    m_form->addLine(QStringLiteral("organization"), tr("Organisation"), tr("empty for a person"));
    m_form->addLine(QStringLiteral("last_name"), tr("Last name"));
    m_form->addLine(QStringLiteral("first_name"), tr("First name"));
    m_form->addLine(QStringLiteral("middle_name"), tr("Middle name"));
    m_form->addLine(QStringLiteral("suffix"), tr("Suffix"));
    m_form->addLine(QStringLiteral("tax_id"), tr("Tax id"), tr("nine digits"));
    m_form->addChoice(QStringLiteral("tax_id_type"), tr("It is"), {tr("none"), tr("EIN"), tr("SSN")},
                      {QString(), QStringLiteral("EI"), QStringLiteral("SY")});
    addAddressFields(*m_form);
    m_form->addLine(QStringLiteral("contact_name"), tr("Contact"));
    m_form->addLine(QStringLiteral("phone"), tr("Phone"), tr("ten digits"));
    m_form->addCheck(QStringLiteral("active"), tr("In use"));
    m_form->addButton(tr("Keep"), QStringLiteral("keep"), [this] { keep(); });
    m_form->addButton(tr("New provider"), QStringLiteral("new"), [this] { startNew(); });
}

ListRow ProvidersPane::rowOf(const ProviderRecord& record) const
{
    const auto& provider = record.provider;
    const auto place = provider.address.city.empty()
                           ? QString()
                           : qs(provider.address.city) + QStringLiteral(", ") + qs(provider.address.state);
    return {{titleOf(record), qs(toString(record.kind)), qs(provider.npi), qs(provider.taxonomy), place}, false};
}

void ProvidersPane::fill(const ProviderRecord& record)
{
    const auto& provider = record.provider;
    for (const auto& line : lines) m_form->setText(QString::fromLatin1(line.name), qs(provider.*line.member));
    m_form->setText(QStringLiteral("kind"), qs(toString(record.kind)));
    m_form->setText(QStringLiteral("phone"), qs(provider.phone));
    showAddress(*m_form, provider.address);
    m_form->setOn(QStringLiteral("active"), record.isActive);
}

ProviderRecord ProvidersPane::entered(ProviderRecord record, std::vector<FieldFault>&) const
{
    auto& provider = record.provider;
    for (const auto& line : lines) provider.*line.member = utf8(m_form->text(QString::fromLatin1(line.name)));
    if (const auto kind = parseProviderKind(utf8(m_form->text(QStringLiteral("kind"))))) record.kind = *kind;
    provider.taxonomy = utf8(qs(provider.taxonomy).toUpper());
    provider.phone = phoneEntered(m_form->text(QStringLiteral("phone")));
    provider.address = enteredAddress(*m_form, provider.address);
    record.isActive = m_form->isOn(QStringLiteral("active"));
    return record;
}

}  // namespace cw::ui
