#pragma once

#include "edits/finding.h"

#include <QDialog>

class QListView;

namespace cw::ui {

class EditListModel;
class Theme;

/// Why a chart cannot be submitted: every edit that blocks, each a link. Arrows choose, Enter goes to the field, Esc closes.
class BlockersDialog final : public QDialog {
    Q_OBJECT

public:
    BlockersDialog(Theme& theme, const EditReport& report, QWidget* parent);
    int count() const;

signals:
    void findingChosen(const cw::Finding& finding);

private:
    EditListModel* m_model;
    QListView* m_list;
};

}  // namespace cw::ui
