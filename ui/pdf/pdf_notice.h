// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/secure_bytes.h"
#include "ui/theme/theme.h"

#include <QFrame>

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;

namespace andu::ui {

/// Takes what is typed out of a line edit, leaving nothing behind.
[[nodiscard]] std::shared_ptr<const crypto::SecureBytes> takeSecret(QLineEdit &edit);

/// Stands in place of the pages: loading, a password is needed, or the file cannot be shown.
class PdfNotice final : public QFrame
{
    Q_OBJECT

public:
    explicit PdfNotice(const Theme &theme, QWidget *parent = nullptr);

    void showLoading();
    void showProblem(const QString &title, const QString &text, const QString &detail);
    void askPassword(const QString &name, bool wasWrong);

Q_SIGNALS:
    void passwordGiven(const std::shared_ptr<const andu::crypto::SecureBytes> &password);

private:
    void submit();

    const Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_detail;
    QLineEdit *m_password;
    QPushButton *m_open;
};

/// A line over the pages that says something and offers up to two actions.
class PdfStrip final : public QFrame
{
    Q_OBJECT

public:
    explicit PdfStrip(const QString &name, QWidget *parent = nullptr);
    /// @p tone "warn", "ok", "accent" or "danger". Buttons without text are hidden.
    void show(const QString &tone,
              const QString &text,
              const QString &first = {},
              const QString &second = {});

Q_SIGNALS:
    void firstChosen();
    void secondChosen();

private:
    QLabel *m_text;
    QPushButton *m_first;
    QPushButton *m_second;
};

} // namespace andu::ui
