#pragma once

#include "ui/admin/record_pane.h"

namespace cw::ui {

/// Billing providers, persons and facilities of the practice. T takes over one that encounters name.
class ProvidersPane final : public RecordPane<ProviderRecord> {
    Q_OBJECT

public:
    ProvidersPane(PageContext& context, QWidget* parent);

protected:
    ListRow rowOf(const ProviderRecord& record) const override;
    QString titleOf(const ProviderRecord& record) const override { return qs(displayName(record.provider)); }
    void fill(const ProviderRecord& record) override;
    ProviderRecord entered(ProviderRecord base, std::vector<FieldFault>& faults) const override;

private:
    void makeForm();
};

}  // namespace cw::ui
