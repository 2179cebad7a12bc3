// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/seal_plan.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QListWidget;

namespace andu::ui {

/// What a signature says and does beside its look: reason, place, contact, how long it can be
/// judged, which field it fills, what may change afterwards.
class SigningOptions final : public QWidget
{
    Q_OBJECT

public:
    SigningOptions(const SigningFacts &facts,
                   const SigningSettings &settings,
                   QWidget *parent = nullptr);

    /// A sentence when something is missing.
    [[nodiscard]] QString problem() const;
    void apply(SealPlan &plan) const;
    void keepIn(SigningSettings &settings) const;
    /// The field that was chosen, if it is one of the document's.
    [[nodiscard]] std::optional<EmptyField> field() const;
    void showMore(bool isShown);
    [[nodiscard]] QFormLayout *rows() const { return m_form; }

Q_SIGNALS:
    void fieldChanged();

private:
    void addLevels();
    void addFields();
    void addLimits();
    void refresh();
    [[nodiscard]] std::optional<pdf::FieldLock> lock() const;

    SigningFacts m_facts;
    QFormLayout *m_form;
    QLineEdit *m_reason;
    QComboBox *m_level;
    QLineEdit *m_server;
    QLineEdit *m_location;
    QLineEdit *m_contact;
    QComboBox *m_field;
    QComboBox *m_certify;
    QComboBox *m_lock;
    QListWidget *m_lockFields;
    bool m_isMore = false;
};

} // namespace andu::ui
