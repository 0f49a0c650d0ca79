#include "ui/admin/address_fields.h"

#include "ui/widgets/text.h"

#include <QCoreApplication>

namespace cw::ui {

namespace {

const QString line1 = QStringLiteral("address.line1");
const QString line2 = QStringLiteral("address.line2");
const QString city = QStringLiteral("address.city");
const QString state = QStringLiteral("address.state");
const QString postalCode = QStringLiteral("address.postal_code");

QString tr(const char* text)
{
    return QCoreApplication::translate("cw::ui::AddressFields", text);
}

}  // namespace

void addAddressFields(FieldForm& form)
{
    form.addLine(line1, tr("Street"));
    form.addLine(line2, tr("Street, more"));
    form.addLine(city, tr("City"));
    form.addLine(state, tr("State"), QStringLiteral("OH"));
    form.addLine(postalCode, tr("ZIP code"));
}

void showAddress(FieldForm& form, const Address& address)
{
    form.setText(line1, qs(address.line1));
    form.setText(line2, qs(address.line2));
    form.setText(city, qs(address.city));
    form.setText(state, qs(address.state));
    form.setText(postalCode, qs(address.postalCode));
}

Address enteredAddress(const FieldForm& form, Address address)
{
    address.line1 = utf8(form.text(line1));
    address.line2 = utf8(form.text(line2));
    address.city = utf8(form.text(city));
    address.state = utf8(form.text(state).toUpper());
    address.postalCode = utf8(form.text(postalCode).remove(QLatin1Char('-')));
    return address;
}

}  // namespace cw::ui
