// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/form_find.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace andu::ui {

/// The line that looks for a text in a form: Enter and F3 go on, Shift goes back, Escape closes.
class FindBar final : public QFrame
{
    Q_OBJECT

public:
    FindBar(const Theme &theme, QWidget *parent);

    void open();
    void close();
    void goOn(int step);
    /// Page to look in; it may have been built anew since the last key.
    void setPage(QWidget *page);

Q_SIGNALS:
    void matchWanted(const andu::ui::FormMatch &match);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void showCount();

    QPointer<QWidget> m_page;
    QLineEdit *m_line;
    QLabel *m_count;
    QList<FormMatch> m_matches;
    qsizetype m_at = -1;
};

} // namespace andu::ui
