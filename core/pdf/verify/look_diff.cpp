// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/revision_diff.h"
#include "core/pdf/verify/shown_text.h"

#include <algorithm>

namespace andu::pdf::verify {

namespace {

/// The normal appearance of a widget: a stream, or one for each state.
Value normalOf(const Document &document, const Value &widget)
{
    return document.follow(widget, "AP")->at("N");
}

} // namespace

/// The decoded appearance; a hostile file may name one huge stream a thousand times.
std::optional<std::string> RevisionDiff::lookOf(const Document &document, const Value &look) const
{
    const ValuePtr stream = document.follow(look);
    if (!look.isRef() || !stream->isStream() || m_lookBudget < 0) {
        return std::nullopt;
    }
    auto content = document.decoded(*stream, look.ref());
    m_lookBudget -= 10'000 + static_cast<std::int64_t>(content ? content->size() : 0);
    return content;
}

/// Whether drawing a field anew, as it was signed, would show what it shows.
bool RevisionDiff::looksLikeItsValue(const FormField &field)
{
    const ValuePtr value = m_then.follow(field.rawValue);
    if (field.isSignature() || field.type == "Btn" || value->isNull()) {
        return true;
    }
    return std::all_of(field.widgets.begin(), field.widgets.end(), [&](const Ref &widget) {
        if (isChanged(widget.number) || isChanged(field.ref.number)) {
            return true; // filled since: judged as such
        }
        const ValuePtr looks = m_then.follow(*m_then.load(widget), "AP");
        const Value &normal = looks->at("N");
        const auto content = lookOf(m_then, normal);
        return value->isString() && content && showsValue(*content, utf8Of(value->text));
    });
}

/// Whether the objects of the appearance were written anew.
bool RevisionDiff::isLookMoved(Ref widget) const
{
    const ValuePtr dict = m_then.load(widget);
    const Value &looks = dict->at("AP");
    const Value normal = normalOf(m_then, *dict);
    const auto isMoved
        = [this](const Value &value) { return value.isRef() && m_moved.contains(value.number); };
    const ValuePtr states = m_then.follow(normal);
    bool isState = false;
    for (std::size_t i = 0; states->kind == Value::Kind::Dict && i < states->entryCount(); ++i) {
        isState = isState || isMoved(states->entry(i));
    }
    return isMoved(looks) || isMoved(normal) || isState;
}

/// Filling a field changes its value, and the appearance follows. An appearance that changes alone
/// says something that the value does not; white space is no value.
bool RevisionDiff::isLookForeign(const FormField &then, const FormField &now) const
{
    const ValuePtr valueThen = m_then.follow(then.rawValue);
    const ValuePtr valueNow = m_now.follow(now.rawValue);
    const bool isSame = isEquivalent(*valueThen, *valueNow)
        || (valueThen->isString() && valueNow->isString()
            && comparableText(utf8Of(valueThen->text)) == comparableText(utf8Of(valueNow->text)));
    if (then.isSignature() || !isSame) {
        return false;
    }
    if (m_lookBudget < 0) {
        return true;
    }
    return std::any_of(then.widgets.begin(), then.widgets.end(), [&](const Ref &widget) {
        const ValuePtr before = m_then.load(widget);
        const ValuePtr after = m_now.load(widget);
        if (then.type == "Btn") {
            return isStateForeign(normalOf(m_then, *before), normalOf(m_now, *after));
        }
        return isWidgetForeign(*before, *after, *valueNow);
    });
}

/// Text fields and choices: the strings shown must be those of before, or the value.
bool RevisionDiff::isWidgetForeign(const Value &then, const Value &now, const Value &value) const
{
    const auto before = lookOf(m_then, normalOf(m_then, then));
    const auto after = lookOf(m_now, normalOf(m_now, now));
    if (!after || before == after) {
        return false; // none is drawn from the value
    }
    const std::string shown = shownText(*after);
    const bool isKept = shown == shownText(before.value_or(std::string()));
    const bool isValue = value.isString() && shown == comparableText(utf8Of(value.text));
    const bool paints = paintsPictures(*after) && !paintsPictures(before.value_or(std::string()));
    return paints || !(isKept || isValue);
}

/// Check boxes and radio buttons: writers draw the states anew, but with no more than one sign.
bool RevisionDiff::isStateForeign(const Value &then, const Value &now) const
{
    const auto isForeign = [this](const Value &before, const Value &after) {
        const std::string old = lookOf(m_then, before).value_or(std::string());
        const std::string fresh = lookOf(m_now, after).value_or(std::string());
        const std::string shown = shownText(fresh);
        return fresh != old
            && ((shown.size() > 1 && shown != shownText(old))
                || (paintsPictures(fresh) && !paintsPictures(old)));
    };
    const ValuePtr before = m_then.follow(then);
    const ValuePtr after = m_now.follow(now);
    if (before->isStream() || after->isStream()) {
        return isForeign(then, now);
    }
    for (std::size_t i = 0; i < after->entryCount(); ++i) {
        if (isForeign(before->at(after->key(i)), after->entry(i))) {
            return true;
        }
    }
    return false;
}

} // namespace andu::pdf::verify
