#pragma once

#include "ui/admin/record_pane.h"

namespace cw::ui {

/// Who takes our files, and how: clearinghouses and payers.
class PartnersPane final : public RecordPane<TradingPartner> {
    Q_OBJECT

public:
    PartnersPane(PageContext& context, QWidget* parent);

protected:
    ListRow rowOf(const TradingPartner& partner) const override;
    QString titleOf(const TradingPartner& partner) const override { return qs(partner.name); }
    void fill(const TradingPartner& partner) override;
    TradingPartner entered(TradingPartner base, std::vector<FieldFault>& faults) const override;

private:
    void makeForm();
    void makeDefault();
};

}  // namespace cw::ui
