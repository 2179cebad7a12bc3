// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/form_hints.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace andu::ui {

/// The information panel of a form: what of it needs the browser and what did not run. Plain values
/// in, wishes out; hidden while there is nothing to say.
class FormNotes final : public QFrame
{
    Q_OBJECT

public:
    explicit FormNotes(const Theme &theme, QWidget *parent = nullptr);

    void setHints(const QList<FormHint> &hints);
    [[nodiscard]] qsizetype count() const { return m_hints.size(); }

Q_SIGNALS:
    /// Show the field a line is about.
    void fieldWanted(const QString &id);
    /// Open the form in the browser.
    void browserWanted();

private:
    [[nodiscard]] QWidget *makeLine(const FormHint &hint);

    const Theme &m_theme;
    QList<FormHint> m_hints;
    QLabel *m_title;
    QWidget *m_list = nullptr;
    QVBoxLayout *m_place;
    QPushButton *m_more;
    QLabel *m_details;
};

} // namespace andu::ui
