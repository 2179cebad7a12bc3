// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/signature_fields.h"

#include "core/base/literals.h"

namespace andu::pdf {

namespace {

constexpr int SigFlags = 3; ///< SignaturesExist, AppendOnly.
constexpr const char *MarkFlags = "132"; ///< Print, Locked.

QByteArray rectangle(const QRectF &rect)
{
    return '[' + number(rect.left()) + ' ' + number(rect.top()) + ' ' + number(rect.right()) + ' '
        + number(rect.bottom()) + ']';
}

QByteArray references(const QList<QPDFObjGen> &ids)
{
    QByteArray out;
    for (const QPDFObjGen &id : ids) {
        out += ' ' + reference(id);
    }
    return out;
}

/// Array with @p more behind its old entries.
QByteArray extended(QPDFObjectHandle array,
                    const QByteArray &more,
                    const ObjectCipher &cipher,
                    QPDFObjGen owner)
{
    QByteArray out = "[";
    for (int i = 0; i < array.getArrayNItems(); ++i) {
        out += serialise(array.getArrayItem(i), cipher, owner) + ' ';
    }
    return out.trimmed() + more + ']';
}

} // namespace

SignatureFields::SignatureFields(Update &update,
                                 const std::vector<Field> &fields,
                                 const ChangeLimits &limits)
    : m_update(update)
    , m_looks(update)
    , m_hasEarlier(limits.signatures > 0)
{
    for (const Field &field : fields) {
        m_names.append(field.name.section(u'.', 0, 0));
    }
}

QString SignatureFields::freeName(const QString &stem) const
{
    for (int i = 1;; ++i) {
        const QString candidate = stem + QString::number(i);
        if (!m_names.contains(candidate)) {
            return candidate;
        }
    }
}

Result<QByteArray> SignatureFields::annotation(const Mark &mark)
{
    const auto page = m_update.document().page(mark.part.page);
    if (!page) {
        return tl::unexpected<Error>(page.error());
    }
    const auto geometry = geometryOf(*page);
    if (!geometry) {
        return tl::unexpected<Error>(geometry.error());
    }
    if (!QRectF(QPointF(), geometry->sizeMm()).intersects(mark.part.displayedMm)) {
        return fail(ErrorCode::BadInput,
                    u"the place lies outside page %1"_s.arg(mark.part.page + 1));
    }
    const auto form = m_looks.form(mark.look, mark.part, *geometry);
    if (!form) {
        return tl::unexpected<Error>(form.error());
    }
    QByteArray out = "/Type /Annot /Rect " + rectangle(geometry->toUserSpace(mark.part.displayedMm))
        + " /F " + MarkFlags + " /P " + reference(QPDFObjectHandle(*page).getObjGen())
        + " /AP <</N " + reference(*form) + ">>";
    if (geometry->rotation != 0) {
        out += " /MK <</R " + QByteArray::number(geometry->rotation) + ">>";
    }
    return out;
}

Result<void> SignatureFields::addField(const QString &name,
                                       const Mark *mark,
                                       QPDFObjGen value,
                                       const QByteArray &lock)
{
    const int page = mark != nullptr ? mark->part.page : 0;
    Result<QByteArray> look = QByteArray("/Type /Annot /Rect [0 0 0 0] /F ") + MarkFlags;
    if (mark != nullptr) {
        look = annotation(*mark);
    } else {
        look = m_update.document().page(0).map(
            [&](QPDFObjectHandle first) { return *look + " /P " + reference(first.getObjGen()); });
    }
    if (!look) {
        return tl::unexpected<Error>(look.error());
    }
    const QPDFObjGen id = m_update.reserve();
    m_update.put(id,
                 "<<" + *look + "\n/Subtype /Widget /FT /Sig /T " + m_update.text(id, name)
                     + (value.isIndirect() ? " /V " + reference(value) : QByteArray())
                     + (lock.isEmpty() ? QByteArray() : " /Lock " + lock) + ">>");
    m_annotations[page].append(id);
    m_newFields.append(id);
    m_names.append(name);
    return {};
}

Result<void> SignatureFields::addEmpty(const QString &name)
{
    return addField(name, nullptr, QPDFObjGen(), {});
}

Result<void> SignatureFields::addStamp(const Mark &mark)
{
    const auto look = annotation(mark);
    if (!look) {
        return tl::unexpected<Error>(look.error());
    }
    m_annotations[mark.part.page].append(m_update.add("<<" + *look + "\n/Subtype /Stamp>>"));
    return {};
}

Result<void>
SignatureFields::fillField(const Field &field, const QList<Mark> &marks, QPDFObjGen value)
{
    std::map<std::string, QByteArray> changes{ { "/V", reference(value) } };
    std::map<std::string, QByteArray> look;
    QPDFObjectHandle widget = field.widgets.front();
    if (!marks.isEmpty()) {
        // The field has a place of its own; the look is fitted to it by the annotation's rectangle.
        const auto page = widget.getKey("/P").isDictionary()
            ? Result<QPDFObjectHandle>(widget.getKey("/P"))
            : m_update.document().page(0);
        const auto geometry = page.and_then([](QPDFObjectHandle p) { return geometryOf(p); });
        if (!geometry) {
            return tl::unexpected<Error>(geometry.error());
        }
        QPDFObjectHandle rect = widget.getKey("/Rect");
        Part part = marks.front().part;
        if (rect.isRectangle()) {
            const auto r = rect.getArrayAsRectangle();
            const QRectF box(QPointF(r.llx, r.lly), QPointF(r.urx, r.ury));
            part.displayedMm = geometry->toDisplayedMm(box.normalized());
        }
        if (!part.displayedMm.isEmpty()) {
            const auto form = m_looks.form(marks.front().look, part, *geometry);
            if (!form) {
                return tl::unexpected<Error>(form.error());
            }
            look["/AP"] = "<</N " + reference(*form) + ">>";
        }
    }
    if (QPDFObjectHandle(field.dict).getObjGen() == widget.getObjGen()) {
        changes.merge(look);
    } else if (!look.empty()) {
        m_update.change(widget, look);
    }
    m_update.change(field.dict, changes);
    return {};
}

Result<void> SignatureFields::add(const QString &name,
                                  const Field *existing,
                                  const QList<Mark> &marks,
                                  QPDFObjGen value,
                                  const QByteArray &lock)
{
    const Mark *first = marks.isEmpty() ? nullptr : &marks.front();
    const auto done = existing != nullptr ? fillField(*existing, marks, value)
                                          : addField(name, first, value, lock);
    if (!done) {
        return done;
    }
    // A stamp annotation would count as a change under an earlier signature, a further signature
    // field with the same value does not; but one field alone gives the clearer panel.
    for (qsizetype i = 1; i < marks.size(); ++i) {
        const auto more = m_hasEarlier ? addField(freeName(name + u"_"_s), &marks.at(i), value, {})
                                       : addStamp(marks.at(i));
        if (!more) {
            return more;
        }
    }
    return {};
}

void SignatureFields::changePage(int index, const QList<QPDFObjGen> &annotations)
{
    QPDFObjectHandle page = *m_update.document().page(index);
    const ObjectCipher &cipher = m_update.document().cipher();
    QPDFObjectHandle annots = page.getKey("/Annots");
    if (annots.isArray() && annots.isIndirect()) {
        const QPDFObjGen id = annots.getObjGen();
        m_update.put(id, extended(annots, references(annotations), cipher, id));
        return;
    }
    const QByteArray list = annots.isArray()
        ? extended(annots, references(annotations), cipher, page.getObjGen())
        : '[' + references(annotations).trimmed() + ']';
    m_update.change(page, { { "/Annots", list } });
}

void SignatureFields::changeForm(std::map<std::string, QByteArray> &catalog)
{
    QPDFObjectHandle root = m_update.document().qpdf().getRoot();
    QPDFObjectHandle form = root.getKey("/AcroForm");
    const ObjectCipher &cipher = m_update.document().cipher();
    const QByteArray added = references(m_newFields);
    if (!form.isDictionary()) {
        catalog["/AcroForm"] = "<</Fields [" + added.trimmed() + "] /SigFlags 3>>";
        return;
    }
    const QPDFObjGen owner = form.isIndirect() ? form.getObjGen() : root.getObjGen();
    std::map<std::string, QByteArray> changes;
    QPDFObjectHandle flags = form.getKey("/SigFlags");
    const long long old = flags.isInteger() ? flags.getIntValue() : 0;
    if ((old & SigFlags) != SigFlags) {
        changes["/SigFlags"] = QByteArray::number(old | SigFlags);
    }
    QPDFObjectHandle list = form.getKey("/Fields");
    if (!m_newFields.isEmpty() && list.isArray() && list.isIndirect()) {
        m_update.put(list.getObjGen(), extended(list, added, cipher, list.getObjGen()));
    } else if (!m_newFields.isEmpty()) {
        changes["/Fields"]
            = list.isArray() ? extended(list, added, cipher, owner) : '[' + added.trimmed() + ']';
    }
    if (changes.empty()) {
        return;
    }
    if (form.isIndirect()) {
        m_update.change(form, changes);
    } else {
        catalog["/AcroForm"] = m_update.changed(form, changes, owner);
    }
}

Result<void> SignatureFields::finish(std::map<std::string, QByteArray> catalog)
{
    for (const auto &[index, annotations] : m_annotations) {
        changePage(index, annotations);
    }
    changeForm(catalog);
    QPDFObjectHandle root = m_update.document().qpdf().getRoot();
    if (!root.isIndirect()) {
        return fail(ErrorCode::BadInput, u"the catalog is no indirect object"_s);
    }
    if (!catalog.empty()) {
        m_update.change(root, catalog);
    }
    return {};
}

} // namespace andu::pdf
