#pragma once

#include "encounter/parties.h"
#include "ui/admin/field_form.h"

namespace cw::ui {

/// The five fields of an address in a form, named as FieldFault names them ("address.line1").
void addAddressFields(FieldForm& form);
void showAddress(FieldForm& form, const Address& address);
/// State in capitals, ZIP code without dash.
Address enteredAddress(const FieldForm& form, Address base);

}  // namespace cw::ui
