// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/form_look.h"

#include <QAbstractButton>

class QTextLayout;

namespace andu::ui {

/// A piece of a text compared with another.
struct DiffPart
{
    QString text;
    bool isChanged = false;

    friend bool operator==(const DiffPart &, const DiffPart &) = default;
};

/// @p text in pieces: what is not in @p other is changed. Letter by letter; very long texts are
/// compared by their common beginning and end only.
[[nodiscard]] QList<DiffPart> diffParts(const QString &text, const QString &other);

/// One side of a conflict: its text with what was changed marked, chosen like a radio button.
class ConflictCard final : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Kind { Side, Base };

    ConflictCard(const FormLook &look, Kind kind, QList<DiffPart> parts, QWidget *parent = nullptr);

    /// Nothing is chosen in the row yet.
    void setOpen(bool isOpen);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int textLeft() const;
    void layOut(QTextLayout &layout, int width) const;

    FormLook m_look;
    Kind m_kind;
    QList<DiffPart> m_parts;
    bool m_isOpen = false;
};

} // namespace andu::ui
