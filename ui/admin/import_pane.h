#pragma once

#include "ui/admin/import_batch.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace cw::ui {

class ImportFileModel;
class ListTable;
class PaneHeader;

/// Files that are being imported: what each brings, and the decision.
class ImportPane final : public QWidget {
    Q_OBJECT

public:
    ImportPane(Theme& theme, ImportBatch& batch, QWidget* parent);
    /// A line below the report: what the import touches.
    void setNote(const QString& note);

signals:
    void closeWanted();

private:
    QWidget* makeButtons();
    void bind();
    void follow();
    void showRow(int row);
    void askDecision();

    Theme& m_theme;
    ImportBatch& m_batch;
    PaneHeader* m_header;
    ImportFileModel* m_model;
    ListTable* m_files;
    QPlainTextEdit* m_report;
    QPushButton* m_import = nullptr;
    QPushButton* m_importAll = nullptr;
    QPushButton* m_notNow = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_close = nullptr;
    QString m_note;
};

}  // namespace cw::ui
