#pragma once

#include "ui/admin/record_pane.h"

namespace cw::ui {

/// What we know of payers beyond what encounters carry: partner, deadlines, habits. T takes over one that encounters name.
class PayersPane final : public RecordPane<PayerRecord> {
    Q_OBJECT

public:
    PayersPane(PageContext& context, QWidget* parent);

protected:
    ListRow rowOf(const PayerRecord& payer) const override;
    QString titleOf(const PayerRecord& payer) const override { return qs(payer.name); }
    void fill(const PayerRecord& payer) override;
    PayerRecord entered(PayerRecord base, std::vector<FieldFault>& faults) const override;
    void partnersLoaded() override;

private:
    void makeForm();
};

}  // namespace cw::ui
