#pragma once

#include "ui/shell/page.h"

#include <QString>

#include <functional>
#include <vector>

class QStackedWidget;
class QTabBar;

namespace cw::ui {

class AccountsPane;
class ImpactPane;
class TermsPane;
class UpdatePane;

/// What an administrator looks after: code tables, own search terms, what changes touch, accounts; and what billers do:
/// trading partners, payers, providers. Files dropped anywhere on it are imported.
class AdminPage final : public Page {
    Q_OBJECT

public:
    explicit AdminPage(PageContext context, QWidget* parent = nullptr);
    void activate() override;
    void showSection(int section);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// One part of the page; only those that the roles permit are there.
    struct Section {
        QWidget* pane;
        std::function<void()> load;
        std::function<void()> focus;
    };
    QWidget* makeTabs();
    void addLibrary();
    void addAccounts();
    void addRules();
    void addDirectory();
    void addSection(const QString& name, const char* command, Section section);
    void refreshIndex();
    void showImpactOfImport();

    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    UpdatePane* m_update = nullptr;
    TermsPane* m_terms = nullptr;
    ImpactPane* m_impact = nullptr;
    AccountsPane* m_accounts = nullptr;
    std::vector<Section> m_sections;
};

}  // namespace cw::ui
