#pragma once

#include "app/billing_desk.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace cw::ui {

class EmptyState;
class PaneHeader;
class SegmentView;

/// A claim file as it would be written, or as it was sent; below it what export will do.
class PreviewPane final : public QWidget {
    Q_OBJECT

public:
    PreviewPane(Theme& theme, QWidget* parent = nullptr);
    void showPreview(const QString& payer, const app::ClaimPreview& preview);
    void showSent(const Batch& batch, const std::string& bytes);
    void showNothing(const QString& sentence);
    void showLoading();
    void showFailed(const Error& error);
    /// Tints this encounter's segments.
    void markClaim(const std::string& encounterId);
    void setFolder(const QString& folder);
    QPushButton* exportButton() const { return m_export; }
    QPushButton* folderButton() const { return m_folderButton; }
    SegmentView* view() const { return m_view; }
    int claimCount() const { return static_cast<int>(m_file.claims.size()); }
    Money charges() const;

private:
    void showFooter(bool on);
    Theme& m_theme;
    PaneHeader* m_header;
    SegmentView* m_view;
    QWidget* m_footer;
    QLabel* m_note;
    QPushButton* m_folderButton;
    QPushButton* m_export;
    EmptyState* m_state;
    ClaimFile m_file;  ///< As previewed; a page shows one payer at a time.
};

}  // namespace cw::ui
