// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_editor.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QLineEdit;

namespace andu::ui {

/// Chooses people, identities, units or groups of the directory known on this machine.
class OrgPicker final : public QDialog
{
    Q_OBJECT

public:
    /// @p kinds as in `selectType`; @p most 0 = any number.
    OrgPicker(const forms::Directory &directory,
              const QStringList &kinds,
              int most,
              QJsonArray chosen,
              QWidget *parent = nullptr);

    [[nodiscard]] QJsonArray chosen() const;

private:
    void filter(const QString &text);

    QList<QJsonObject> m_objects;
    QListWidget *m_list;
    QLineEdit *m_search;
    QLabel *m_count;
    QJsonArray m_unknown; ///< Chosen before and not in the directory here: kept.
    int m_most;
};

/// Organisation values as names, with the picker behind a button.
class OrgEditor final : public FieldEditor
{
    Q_OBJECT

public:
    OrgEditor(forms::FormSession &session, const QString &id, const Theme &theme);
    void showValue() override;

private:
    void choose();

    QLabel *m_names;
};

} // namespace andu::ui
