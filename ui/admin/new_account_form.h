#pragma once

#include "identity/user.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <map>

class QCheckBox;
class QLineEdit;

namespace cw::ui {

/// Name, first password and roles of a new account.
class NewAccountForm final : public QWidget {
    Q_OBJECT

public:
    NewAccountForm(Theme& theme, QWidget* parent = nullptr);
    void clear();
    void focusFirst();

signals:
    void submitted(const QString& name, const QString& password, const std::set<cw::Role>& roles);

private:
    QLineEdit* m_name;
    QLineEdit* m_password;
    std::map<Role, QCheckBox*> m_roles;
};

}  // namespace cw::ui
