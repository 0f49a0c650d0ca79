#pragma once

#include "ui/shell/page.h"

#include <map>

class QStackedWidget;

namespace cw::ui {

class KeySheet;
class Rail;
class StatusLine;

/// The window of a signed-in person: rail, pages, status line, menu and key sheet. Pages are made when first shown.
class ShellView final : public QWidget {
    Q_OBJECT

public:
    explicit ShellView(const PageContext& context, QWidget* parent = nullptr);

    /// The current page is asked to finish saving first. Nothing happens for a page this person does not see.
    void showPage(const QString& id);
    void openEncounter(const QString& encounterId, bool forReview);
    /// On the desk, at the code or line that the JSON pointer names.
    void openField(const QString& encounterId, const QString& pointer);
    Page* currentPage() const;
    QString currentPageId() const { return m_current; }
    QStringList pageIds() const;  ///< Those this person sees, in rail order.
    /// Finishes saving, then calls `then`.
    void release(std::function<void()> then);
    void loadCounts();
    void refreshIndex();

signals:
    void lockRequested();
    void signOutRequested();
    void pageReady(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Page* page(const QString& id);
    void openOn(const QString& id, std::function<void(Page&)> show);
    void bindCommands();
    void openMenu();
    void loadReleases();
    PageContext m_context;
    Rail* m_rail;
    QStackedWidget* m_stack;
    StatusLine* m_status;
    KeySheet* m_sheet;
    std::map<QString, Page*> m_pages;
    std::map<QString, QString> m_texts;  ///< Last status text of each page.
    QString m_current;
};

}  // namespace cw::ui
