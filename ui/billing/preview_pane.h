#pragma once

#include "ui/billing/preview_load.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSplitter;

namespace cw::ui {

class EmptyState;
class ListTable;
class PaneHeader;
class PreviewClaimModel;
class SegmentView;

/// Claims as they would be written: people, codes and charges beside the raw segments, and what would be changed or left
/// out; below it what export does.
class PreviewPane final : public QWidget {
    Q_OBJECT

public:
    PreviewPane(Theme& theme, QWidget* parent = nullptr);
    void showPreview(PreviewSheet sheet);
    void showNothing(const QString& sentence, const QString& keys = {}, const QString& meaning = {});
    void showLoading();
    void showFailed(const Error& error);
    void setFolder(const QString& folder);
    /// Makes this encounter's claim current and tints its segments.
    void selectClaim(const std::string& encounterId);
    QPushButton& exportButton() const { return *m_export; }
    SegmentView& view() const { return *m_view; }
    ListTable& claims() const { return *m_claims; }
    std::int64_t claimCount() const;  ///< That export would write.

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showCurrent();
    void fillNotes();
    QWidget* makeFooter();
    Theme& m_theme;
    PaneHeader* m_header;
    PaneHeader* m_fileHeader;
    PreviewClaimModel* m_model;
    ListTable* m_claims;
    QPlainTextEdit* m_notes;
    SegmentView* m_view;
    QSplitter* m_split;
    QWidget* m_footer;
    QLabel* m_note;
    QPushButton* m_export;
    EmptyState* m_state;
    PreviewSheet m_sheet;
    std::size_t m_shownFile = 0;
};

}  // namespace cw::ui
