// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/verdict_text.h"

#include <QFrame>

class QAction;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace andu::ui {

/// Right of the pages: one plain verdict, then each signature with every step of its check.
class SignaturePanel final : public QFrame
{
    Q_OBJECT

public:
    explicit SignaturePanel(const Theme &theme, QWidget *parent = nullptr);

    /// Checks a document in the background; an older check under way is dropped.
    void check(const pdf::view::Content &content,
               const pdf::view::SharedSecret &password,
               const TrustSettings &trust,
               const std::shared_ptr<pdf::SealBook> &book = {});
    void clear();
    [[nodiscard]] const std::optional<DocumentCheck> &result() const { return m_check; }
    /// Offered under the verdict when it can be done.
    void setLongTermAction(QAction *action);

Q_SIGNALS:
    void checked();
    /// The first bytes of the file, as they were when this was signed.
    void revisionWanted(qint64 sizeBytes, const QString &signer);
    void exportWanted();
    void recheckWanted();

private:
    [[nodiscard]] QLayout *makeHead();
    [[nodiscard]] QLayout *makeVerdict();
    [[nodiscard]] QLayout *makeFoot();
    void showCheck();
    void showFailure(const Error &error);
    void showVerdict(const VerdictText &verdict);
    void refresh();
    [[nodiscard]] QWidget *makeItem(const pdf::verify::SignatureReport &signature, bool isOpen);
    [[nodiscard]] QWidget *makeBody(const pdf::verify::SignatureReport &signature);
    [[nodiscard]] QWidget *makeStep(const CheckStep &step) const;
    [[nodiscard]] QLayout *makeButtons(const pdf::verify::SignatureReport &signature);
    void addDetails(QVBoxLayout *layout, const pdf::verify::SignatureReport &signature) const;
    void addClaims(QVBoxLayout *layout, const pdf::verify::SignatureReport &signature) const;

    const Theme &m_theme;
    QLabel *m_count;
    QToolButton *m_recheck;
    QFrame *m_verdict;
    QLabel *m_verdictIcon;
    QLabel *m_verdictTitle;
    QLabel *m_verdictText;
    QPushButton *m_longTerm;
    QVBoxLayout *m_items;
    QPushButton *m_export;
    QLabel *m_when;
    std::optional<DocumentCheck> m_check;
    int m_checks = 0;
};

} // namespace andu::ui
