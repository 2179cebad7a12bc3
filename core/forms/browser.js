// SPDX-License-Identifier: GPL-3.0-or-later
// What a browser has and the engine has not, as far as form scripts use it: a console, texts of
// numbers and dates as people here write them, and newer built-in functions.
(function (base) {
    "use strict";

    var global = base.global;
    var define = base.define;
    function nothing() { }
    global.globalThis = global;
    global.console = { log: nothing, info: nothing, warn: nothing, error: nothing, debug: nothing, trace: nothing, table: nothing, dir: nothing,
        group: nothing, groupEnd: nothing, time: nothing, timeEnd: nothing, assert: nothing };

    // ---- numbers -----------------------------------------------------------------------------------
    function numberText(number, options) {
        options = options || {};
        if (!isFinite(number)) { return isNaN(number) ? "NaN" : number < 0 ? "-∞" : "∞"; }
        var isMoney = options.style === "currency";
        var isShare = options.style === "percent";
        var least = options.minimumFractionDigits;
        var most = options.maximumFractionDigits;
        if (least === undefined) { least = Math.min(isMoney ? 2 : 0, most === undefined ? 20 : most); }
        if (most === undefined) { most = Math.max(least, isMoney ? 2 : isShare ? 0 : 3); }
        var text = new base.Decimal(Math.abs(isShare ? number * 100 : number)).toFixed(Math.min(most, 20));
        var parts = text.split(".");
        var tail = (parts[1] || "").replace(/0+$/, "");
        while (tail.length < least) { tail += "0"; }
        var head = parts[0];
        while (head.length < (options.minimumIntegerDigits || 1)) { head = "0" + head; }
        if (options.useGrouping !== false) { head = head.replace(/\B(?=(\d{3})+$)/g, ","); }
        var sign = isMoney ? { CNY: "¥", USD: "US$", EUR: "€", HKD: "HK$", JPY: "JP¥" }[options.currency] || options.currency + " " : "";
        return (number < 0 ? "-" : "") + sign + head + (tail ? "." + tail : "") + (isShare ? "%" : "");
    }
    define(Number.prototype, { toLocaleString: function (locale, options) { return numberText(Number(this), options); } }, true);

    // ---- dates -------------------------------------------------------------------------------------
    var week = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    var months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    function two(number) { return (number < 10 ? "0" : "") + number; }
    function isEnglish(locale) { return /^en/i.test(String(locale || "")); }
    function dayText(date, locale, options) {
        var isPadded = options && options.month === "2-digit";
        var month = isPadded ? two(date.getMonth() + 1) : date.getMonth() + 1;
        var day = options && options.day === "2-digit" ? two(date.getDate()) : date.getDate();
        var isWhole = !options || (!options.year && !options.month && !options.day && !options.weekday);
        var has = function (part) { return isWhole || !!options[part]; };
        var weekday = options && options.weekday ? "星期" + "日一二三四五六".charAt(date.getDay()) : "";
        if (isEnglish(locale)) { return month + "/" + day + "/" + date.getFullYear(); }
        if (options && (options.month === "long" || options.month === "short")) {
            return (has("year") ? date.getFullYear() + "年" : "") + month + "月" + (has("day") ? day + "日" : "") + weekday;
        }
        return [has("year") ? date.getFullYear() : "", has("month") ? month : "", has("day") ? day : ""].filter(function (part) { return part !== ""; }).join("/") + weekday;
    }
    function timeText(date, locale, options) {
        var hasSeconds = !options || options.second || !(options.hour || options.minute);
        var hours = date.getHours();
        if (isEnglish(locale) && !(options && options.hour12 === false)) {
            return (hours % 12 || 12) + ":" + two(date.getMinutes()) + (hasSeconds ? ":" + two(date.getSeconds()) : "") + (hours < 12 ? " AM" : " PM");
        }
        return two(hours) + ":" + two(date.getMinutes()) + (hasSeconds ? ":" + two(date.getSeconds()) : "");
    }
    function valid(fn) {
        return function (locale, options) { return isNaN(this.getTime()) ? "Invalid Date" : fn(this, locale, options); };
    }
    function zoneText(date) {
        var minutes = -date.getTimezoneOffset();
        return "GMT" + (minutes < 0 ? "-" : "+") + two(Math.floor(Math.abs(minutes) / 60)) + two(Math.abs(minutes) % 60) + (minutes === 480 ? " (中国标准时间)" : "");
    }
    function longDay(date) { return week[date.getDay()] + " " + months[date.getMonth()] + " " + two(date.getDate()) + " " + date.getFullYear(); }
    function longTime(date) { return two(date.getHours()) + ":" + two(date.getMinutes()) + ":" + two(date.getSeconds()) + " " + zoneText(date); }
    define(base.RealDate.prototype, {
        toLocaleDateString: valid(dayText),
        toLocaleTimeString: valid(timeText),
        toLocaleString: valid(function (date, locale, options) {
            var isDay = options && (options.year || options.month || options.day || options.weekday);
            var isTime = options && (options.hour || options.minute || options.second);
            if (isDay && !isTime) { return dayText(date, locale, options); }
            if (isTime && !isDay) { return timeText(date, locale, options); }
            return dayText(date, locale, options) + (isEnglish(locale) ? ", " : " ") + timeText(date, locale, isTime ? options : null);
        }),
        toString: valid(function (date) { return longDay(date) + " " + longTime(date); }),
        toDateString: valid(longDay),
        toTimeString: valid(longTime)
    }, true);

    // ---- patterns that match nothing ---------------------------------------------------------------
    // The engine takes such places twice ("1,,234"); thousands are grouped with just such a pattern.
    var plainReplace = String.prototype.replace;
    var plainSplit = String.prototype.split;
    function filled(by, match, text) {
        if (by.indexOf("$") === -1) { return by; }
        return plainReplace.call(by, /\$(\$|&|`|'|\d\d?)/g, function (whole, what) {
            if (what === "$") { return "$"; }
            if (what === "&") { return match[0]; }
            if (what === "`") { return text.slice(0, match.index); }
            if (what === "'") { return text.slice(match.index + match[0].length); }
            if (+what > 0 && +what < match.length) { return match[+what] === undefined ? "" : match[+what]; }
            var digit = +what.charAt(0); // $12 with fewer groups is $1 and a 2
            return what.length > 1 && digit > 0 && digit < match.length ? (match[digit] || "") + what.charAt(1) : whole;
        });
    }
    // Calls fn for every match from the start, each place once.
    function eachMatch(pattern, text, fn) {
        var match;
        pattern.lastIndex = 0;
        while (pattern.lastIndex <= text.length && (match = pattern.exec(text)) !== null) {
            if (fn(match) === false) { break; }
            if (match[0] === "") { pattern.lastIndex = match.index + 1; }
        }
        pattern.lastIndex = 0;
    }
    define(String.prototype, {
        replace: function (pattern, by) {
            if (!(pattern instanceof RegExp) || !pattern.global) { return plainReplace.call(this, pattern, by); }
            var text = String(this);
            var result = "";
            var last = 0;
            var isFunction = typeof by === "function";
            if (!isFunction) { by = String(by); }
            eachMatch(pattern, text, function (match) {
                result += text.slice(last, match.index)
                    + (isFunction ? String(by.apply(undefined, Array.prototype.slice.call(match).concat([match.index, text]))) : filled(by, match, text));
                last = match.index + match[0].length;
            });
            return last === 0 && result === "" ? text : result + text.slice(last);
        },
        split: function (separator, limit) {
            if (!(separator instanceof RegExp) || this.length === 0) { return plainSplit.call(this, separator, limit); }
            var text = String(this);
            var parts = [];
            var last = 0;
            eachMatch(new RegExp(separator.source, "g" + (separator.ignoreCase ? "i" : "") + (separator.multiline ? "m" : "")), text, function (match) {
                if (match[0] === "" && (match.index === last || match.index >= text.length)) { return match.index < text.length; }
                parts.push(text.slice(last, match.index));
                parts = parts.concat(Array.prototype.slice.call(match, 1));
                last = match.index + match[0].length;
                return true;
            });
            parts.push(text.slice(last));
            return limit === undefined ? parts : parts.slice(0, limit);
        }
    }, true);

    // ---- newer built-ins ---------------------------------------------------------------------------
    define(Array.prototype, {
        findLast: function (fn, bind) { for (var i = this.length; i--;) { if (fn.call(bind, this[i], i, this)) { return this[i]; } } return undefined; },
        findLastIndex: function (fn, bind) { for (var i = this.length; i--;) { if (fn.call(bind, this[i], i, this)) { return i; } } return -1; }
    });
    define(Object, { hasOwn: function (object, key) { return Object.prototype.hasOwnProperty.call(object, key); } });
    define(String.prototype, {
        matchAll: function (pattern) {
            var found = [];
            String(this).replace(pattern, function () {
                var groups = Array.prototype.slice.call(arguments, 0, -2);
                groups.index = arguments[arguments.length - 2];
                found.push(groups);
                return "";
            });
            return found;
        }
    });
    var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    define(global, {
        btoa: function (text) {
            text = String(text);
            var result = "";
            for (var i = 0; i < text.length; i += 3) {
                var a = text.charCodeAt(i), b = text.charCodeAt(i + 1), c = text.charCodeAt(i + 2);
                if (a > 255 || b > 255 || c > 255) { throw new RangeError("btoa: not a byte"); }
                result += letters[a >> 2] + letters[(a & 3) << 4 | b >> 4] + (isNaN(b) ? "=" : letters[(b & 15) << 2 | c >> 6]) + (isNaN(c) ? "=" : letters[c & 63]);
            }
            return result;
        },
        atob: function (text) {
            var bits = 0, size = 0, result = "";
            String(text).replace(/[^A-Za-z0-9+\/]/g, "").split("").forEach(function (letter) {
                bits = (bits << 6 | letters.indexOf(letter)) & 0xffffff;
                size += 6;
                if (size >= 8) { size -= 8; result += String.fromCharCode(bits >> size & 255); }
            });
            return result;
        }
    });
})
