// SPDX-License-Identifier: GPL-3.0-or-later
// What form scripts expect of the built-in types: the members that MooTools adds in the browser, a
// Decimal, promises and timers that are settled before the script's run ends.
(function (context) {
    "use strict";

    var global = new Function("return this")();
    var RealDate = global.Date;
    var started = RealDate.now();

    function define(target, members, force) {
        Object.keys(members).forEach(function (name) {
            if (force || !(name in target)) {
                Object.defineProperty(target, name, { value: members[name], writable: true, configurable: true });
            }
        });
    }
    function copy(value) {
        if (value instanceof RealDate) { return new RealDate(value.getTime()); }
        if (Array.isArray(value)) { return value.map(copy); }
        if (value && typeof value === "object") {
            var result = {};
            Object.keys(value).forEach(function (key) { result[key] = copy(value[key]); });
            return result;
        }
        return value;
    }
    function mergeInto(target, source) {
        Object.keys(source || {}).forEach(function (key) {
            if (key === "__proto__") { return; }
            if (source[key] && typeof source[key] === "object" && !Array.isArray(source[key]) && target[key] && typeof target[key] === "object") {
                mergeInto(target[key], source[key]);
            } else {
                target[key] = copy(source[key]);
            }
        });
        return target;
    }
    function typeOf(value) {
        if (value === null || value === undefined) { return "null"; }
        if (Array.isArray(value)) { return "array"; }
        if (value instanceof RealDate) { return "date"; }
        if (value instanceof RegExp) { return "regexp"; }
        return typeof value === "number" && !isFinite(value) ? "null" : typeof value;
    }

    // ---- Array, String, Number, Object -------------------------------------------------------------
    define(Array.prototype, {
        each: function (fn, bind) { this.forEach(fn, bind); return this; },
        contains: function (item, from) { return this.indexOf(item, from) !== -1; },
        includes: function (item) { return this.indexOf(item) !== -1; },
        erase: function (item) {
            for (var i = this.length; i--;) { if (this[i] === item) { this.splice(i, 1); } }
            return this;
        },
        include: function (item) { if (this.indexOf(item) === -1) { this.push(item); } return this; },
        combine: function (other) { other.forEach(function (item) { this.include(item); }, this); return this; },
        append: function (other) { for (var i = 0; i < other.length; i++) { this.push(other[i]); } return this; },
        clean: function () { return this.filter(function (item) { return item !== null && item !== undefined; }); },
        clone: function () { return copy(this); },
        empty: function () { this.length = 0; return this; },
        getLast: function () { return this.length ? this[this.length - 1] : null; },
        getRandom: function () { return this.length ? this[Math.floor(Math.random() * this.length)] : null; },
        flat: function (depth) {
            depth = depth === undefined ? 1 : depth;
            return this.reduce(function (all, item) { return all.concat(Array.isArray(item) && depth > 0 ? item.flat(depth - 1) : [item]); }, []);
        },
        flatMap: function (fn, bind) { return this.map(fn, bind).flat(); },
        at: function (index) { return this[index < 0 ? this.length + index : index]; },
        flatten: function () {
            return this.reduce(function (all, item) { return all.concat(Array.isArray(item) ? item.flatten() : [item]); }, []);
        },
        unique: function () { return [].combine(this); },
        sum: function () { return this.reduce(function (sum, item) { return sum + Number(item); }, 0); },
        average: function () { return this.length ? this.sum() / this.length : 0; },
        min: function () { return this.reduce(function (a, b) { return Math.min(a, b); }, Infinity); },
        max: function () { return this.reduce(function (a, b) { return Math.max(a, b); }, -Infinity); },
        pluck: function (name) { return this.map(function (item) { return item[name]; }); },
        invoke: function (name) {
            var args = Array.prototype.slice.call(arguments, 1);
            return this.map(function (item) { return item[name].apply(item, args); });
        },
        associate: function (keys) {
            var object = {};
            for (var i = 0; i < Math.min(this.length, keys.length); i++) { object[keys[i]] = this[i]; }
            return object;
        },
        pick: function () {
            for (var i = 0; i < this.length; i++) { if (this[i] !== null && this[i] !== undefined) { return this[i]; } }
            return null;
        },
        // Members of the arrays inside this.data: a place that is cleared stays.
        add: function (key, value) {
            if (arguments.length < 2) { this.push(key); return key; }
            if (!key && key !== 0) { this.push(value); return value; }
            this[key] = value;
            return value;
        },
        del: function (index) { if (!this.hasOwnProperty(index)) { return null; } this[index] = ""; return this; },
        trim: function () { return this.filter(function (item) { return item !== "" && item !== null && item !== undefined; }); }
    });
    define(String.prototype, {
        contains: function (part, separator) {
            return separator ? (separator + this + separator).indexOf(separator + part + separator) > -1
                             : String(this).indexOf(part) > -1;
        },
        test: function (pattern, flags) { return (pattern instanceof RegExp ? pattern : new RegExp(String(pattern), flags)).test(this); },
        toInt: function (base) { return parseInt(this, base || 10); },
        toFloat: function () { return parseFloat(this); },
        capitalize: function () { return String(this).replace(/\b[a-z]/g, function (letter) { return letter.toUpperCase(); }); },
        camelCase: function () { return String(this).replace(/-\D/g, function (match) { return match.charAt(1).toUpperCase(); }); },
        hyphenate: function () { return String(this).replace(/[A-Z]/g, function (match) { return "-" + match.toLowerCase(); }); },
        clean: function () { return String(this).replace(/\s+/g, " ").trim(); },
        escapeRegExp: function () { return String(this).replace(/([-.*+?^${}()|[\]\/\\])/g, "\\$1"); },
        replaceAll: function (part, by) { return part instanceof RegExp ? this.replace(part, by) : this.split(part).join(by); },
        trimStart: function () { return String(this).replace(/^\s+/, ""); },
        trimEnd: function () { return String(this).replace(/\s+$/, ""); },
        stripTags: function () { return String(this).replace(/<[^>]*>/g, ""); },
        trimLeft: function () { return String(this).replace(/^\s+/, ""); },
        trimRight: function () { return String(this).replace(/\s+$/, ""); },
        substitute: function (object) {
            return String(this).replace(/\\?\{([^{}]+)\}/g, function (match, name) {
                return match.charAt(0) === "\\" ? match.slice(1) : object[name] !== undefined ? object[name] : "";
            });
        }
    });
    define(Number.prototype, {
        toInt: function (base) { return parseInt(this, base || 10); },
        toFloat: function () { return parseFloat(this); },
        round: function (precision) { var scale = Math.pow(10, precision || 0); return Math.round(this * scale) / scale; },
        limit: function (min, max) { return Math.min(max, Math.max(min, this)); },
        times: function (fn, bind) { for (var i = 0; i < this; i++) { fn.call(bind, i, this); } },
        format: function (options) {
            options = options || {};
            var text = options.decimals === undefined ? String(Math.abs(this)) : new Decimal(Math.abs(this)).toFixed(options.decimals);
            var parts = text.split(".");
            var group = options.group === undefined ? "," : options.group;
            var whole = parts[0];
            for (var at = whole.length - 3; at > 0; at -= 3) { whole = whole.slice(0, at) + group + whole.slice(at); }
            return (this < 0 ? "-" : "") + (options.prefix || "") + whole + (parts[1] ? (options.decimal || ".") + parts[1] : "") + (options.suffix || "");
        }
    });
    ["abs", "ceil", "floor", "sqrt", "pow", "exp", "log", "max", "min", "sin", "cos", "tan"].forEach(function (name) {
        var members = {};
        members[name] = function () { return Math[name].apply(null, [Number(this)].concat(Array.prototype.slice.call(arguments))); };
        define(Number.prototype, members);
    });
    define(Function.prototype, {
        pass: function (args, bind) { var fn = this; return function () { return fn.apply(bind, Array.isArray(args) ? args : [args]); }; },
        attempt: function (args, bind) { try { return this.apply(bind, Array.isArray(args) ? args : args === undefined ? [] : [args]); } catch (error) { return null; } },
        delay: function (time, bind, args) { return setTimeout(this.pass(args === undefined ? [] : args, bind), time); }
    });
    define(Object, {
        each: function (object, fn, bind) { Object.keys(object || {}).forEach(function (key) { fn.call(bind, object[key], key, object); }); },
        forEach: function (object, fn, bind) { Object.each(object, fn, bind); },
        values: function (object) { return Object.keys(object).map(function (key) { return object[key]; }); },
        map: function (object, fn, bind) {
            var result = {};
            Object.each(object, function (value, key) { result[key] = fn.call(bind, value, key, object); });
            return result;
        },
        filter: function (object, fn, bind) {
            var result = {};
            Object.each(object, function (value, key) { if (fn.call(bind, value, key, object)) { result[key] = value; } });
            return result;
        },
        some: function (object, fn, bind) { return Object.keys(object).some(function (key) { return fn.call(bind, object[key], key); }); },
        every: function (object, fn, bind) { return Object.keys(object).every(function (key) { return fn.call(bind, object[key], key); }); },
        entries: function (object) { return Object.keys(object).map(function (key) { return [key, object[key]]; }); },
        fromEntries: function (list) { var object = {}; list.forEach(function (entry) { object[entry[0]] = entry[1]; }); return object; },
        keyOf: function (object, value) { var found = null; Object.each(object, function (entry, key) { if (entry === value && found === null) { found = key; } }); return found; },
        subset: function (object, keys) { var result = {}; keys.forEach(function (key) { if (key in object) { result[key] = object[key]; } }); return result; },
        clone: function (object) { return copy(object); },
        merge: function (target) {
            for (var i = 1; i < arguments.length; i++) {
                if (typeof arguments[i] === "string") { target[arguments[i]] = copy(arguments[++i]); } else { mergeInto(target, arguments[i]); }
            }
            return target;
        },
        append: function () { return Object.assign.apply(Object, arguments); },
        contains: function (object, value) { return Object.keys(object).some(function (key) { return object[key] === value; }); },
        getLength: function (object) { return Object.keys(object).length; },
        toQueryString: function (object) { return Object.keys(object).map(function (key) { return key + "=" + encodeURIComponent(object[key]); }).join("&"); }
    });
    define(Array, {
        each: function (list, fn, bind) { Array.prototype.forEach.call(list, fn, bind); },
        clone: function (list) { return copy(list); },
        convert: function (item) { return item === null || item === undefined ? [] : Array.isArray(item) ? item : [item]; }
    });
    define(String, { from: function (value) { return String(value); } });
    define(Number, { from: function (value) { var number = parseFloat(value); return isFinite(number) ? number : null; } });
    define(JSON, {
        encode: function (value) { return JSON.stringify(value); },
        decode: function (text) { return text ? JSON.parse(text) : null; }
    });

    // ---- dates -----------------------------------------------------------------------------------
    function pad(number, length) { return ("0000" + number).slice(-length); }
    function formatDate(date, pattern) {
        var days = ["日", "一", "二", "三", "四", "五", "六"];
        var months = ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"];
        var named = { db: "%Y-%m-%d %H:%M:%S", iso8601: "%Y-%m-%dT%H:%M:%S", "short": "%Y-%m-%d %H:%M", "long": "%Y-%m-%d %H:%M:%S" };
        if (isNaN(date.getTime())) { return "invalid date"; }
        pattern = named[pattern] || pattern || "%Y-%m-%d %H:%M:%S";
        return pattern.replace(/%([a-zA-Z%])/g, function (match, letter) {
            switch (letter) {
            case "Y": return date.getFullYear();
            case "y": return pad(date.getFullYear() % 100, 2);
            case "m": return pad(date.getMonth() + 1, 2);
            case "d": return pad(date.getDate(), 2);
            case "e": return date.getDate();
            case "H": return pad(date.getHours(), 2);
            case "I": return pad(date.getHours() % 12 || 12, 2);
            case "k": return date.getHours();
            case "l": return date.getHours() % 12 || 12;
            case "M": return pad(date.getMinutes(), 2);
            case "S": return pad(date.getSeconds(), 2);
            case "s": return Math.round(date.getTime() / 1000);
            case "L": return pad(date.getMilliseconds(), 3);
            case "p": return date.getHours() < 12 ? "AM" : "PM";
            case "w": return date.getDay();
            case "a": return "周" + days[date.getDay()];
            case "A": return "星期" + days[date.getDay()];
            case "b": case "B": return months[date.getMonth()];
            case "j": return pad(dayOfYear(date), 3);
            case "c": return formatDate(date, "%Y-%m-%d %H:%M:%S");
            case "x": return formatDate(date, "%Y-%m-%d");
            case "X": return formatDate(date, "%H:%M");
            case "T": case "z": case "Z": return zone(date);
            case "%": return "%";
            default: return match;
            }
        });
    }
    function dayOfYear(date) { return Math.floor((new RealDate(date.getFullYear(), date.getMonth(), date.getDate()) - new RealDate(date.getFullYear(), 0, 1)) / 86400000 + 1.5); }
    function zone(date) {
        var minutes = -date.getTimezoneOffset();
        return (minutes < 0 ? "-" : "+") + pad(Math.floor(Math.abs(minutes) / 60), 2) + pad(Math.abs(minutes) % 60, 2);
    }
    function now() { return context.now + (RealDate.now() - started); }
    var shape = /^\s*(\d{4})[-\/.年](\d{1,2})(?:[-\/.月](\d{1,2})日?)?月?(?:[ T]*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})秒?(?:\.\d+)?)?分?)?\s*$/;
    var clock = /^\s*(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?\s*$/;
    function parseDate(value) {
        if (typeof value !== "string") { return new RealDate(value instanceof RealDate ? value.getTime() : value); }
        var match = shape.exec(value);
        if (match) {
            return new RealDate(+match[1], match[2] - 1, +(match[3] || 1), +(match[4] || 0), +(match[5] || 0), +(match[6] || 0));
        }
        match = clock.exec(value);
        if (match) {
            var date = new RealDate(now());
            date.setHours(+match[1], +match[2], +(match[3] || 0), 0);
            return date;
        }
        var parsed = new RealDate(value);
        return isNaN(parsed.getTime()) ? new RealDate(value.replace(/-/g, "/")) : parsed;
    }
    var lengths = { ms: 1, second: 1000, minute: 60000, hour: 3600000, day: 86400000, week: 604800000, month: 2592000000, year: 31536000000 };
    define(RealDate.prototype, {
        format: function (pattern) { return formatDate(this, pattern); },
        increment: function (unit, times) {
            times = times === undefined ? 1 : times;
            switch (unit) {
            case "year": this.setFullYear(this.getFullYear() + times); break;
            case "month":
                var day = this.getDate();
                this.setDate(1);
                this.setMonth(this.getMonth() + times);
                this.setDate(Math.min(day, this.getLastDayOfMonth()));
                break;
            case "hour": case "minute": case "second": case "ms": this.setTime(this.getTime() + lengths[unit] * times); break;
            case "week": this.setDate(this.getDate() + 7 * times); break;
            default: this.setDate(this.getDate() + times);
            }
            return this;
        },
        decrement: function (unit, times) { return this.increment(unit, -(times === undefined ? 1 : times)); },
        diff: function (other, unit) { return Math.round((parseDate(other) - this) / (lengths[unit || "day"] || 86400000)); },
        clone: function () { return new RealDate(this.getTime()); },
        clearTime: function () { this.setHours(0, 0, 0, 0); return this; },
        getLastDayOfMonth: function () { return new RealDate(this.getFullYear(), this.getMonth() + 1, 0).getDate(); },
        isLeapYear: function () { return new RealDate(this.getFullYear(), 1, 29).getMonth() === 1; },
        getDayOfYear: function () { return dayOfYear(this); },
        get: function (part) {
            return { year: this.getFullYear(), month: this.getMonth(), mo: this.getMonth(), date: this.getDate(), day: this.getDay(), hours: this.getHours(), hr: this.getHours(),
                minutes: this.getMinutes(), min: this.getMinutes(), seconds: this.getSeconds(), sec: this.getSeconds(), time: this.getTime(), yearday: dayOfYear(this), lastdayofmonth: this.getLastDayOfMonth() }[String(part).toLowerCase()];
        },
        set: function (part, value) {
            if (part && typeof part === "object") { Object.keys(part).forEach(function (key) { this.set(key, part[key]); }, this); return this; }
            var name = { year: "FullYear", month: "Month", mo: "Month", date: "Date", hours: "Hours", hr: "Hours", minutes: "Minutes", min: "Minutes", seconds: "Seconds", sec: "Seconds", ms: "Milliseconds", time: "Time" }[String(part).toLowerCase()];
            if (name) { this["set" + name](value); }
            return this;
        },
        isValid: function () { return !isNaN(this.getTime()); },
        parse: function (value) { this.setTime(parseDate(value).getTime()); return this; }
    });
    // A date without arguments is the form's clock, so that a form can be inspected as of any time.
    function FormDate() {
        var date;
        if (arguments.length === 0) {
            date = new RealDate(now());
        } else if (arguments.length > 1) {
            date = new (Function.prototype.bind.apply(RealDate, [null].concat(Array.prototype.slice.call(arguments))))();
        } else if (typeof arguments[0] === "string" && /^\d{4}-\d\d-\d\d$/.test(arguments[0])) {
            date = new RealDate(arguments[0] + "T00:00:00Z"); // ISO dates alone are UTC in every browser
        } else {
            date = typeof arguments[0] === "string" ? parseDate(arguments[0]) : new RealDate(arguments[0]);
        }
        return this instanceof FormDate ? date : date.toString();
    }
    FormDate.prototype = RealDate.prototype;
    RealDate.prototype.constructor = FormDate;
    FormDate.now = now;
    FormDate.parse = function (value) { return parseDate(value); };
    FormDate.UTC = RealDate.UTC;
    FormDate.diff = function (a, b, unit) { return parseDate(a).diff(parseDate(b), unit); };
    global.Date = FormDate;

    // ---- Decimal ---------------------------------------------------------------------------------
    function Decimal(value) {
        if (!(this instanceof Decimal)) { return new Decimal(value); }
        this.value = Number(value instanceof Decimal ? value.value : value);
    }
    function numberOf(value) { return Number(value instanceof Decimal ? value.value : value); }
    function clean(value) { return isFinite(value) ? Number(value.toPrecision(15)) : value; }
    function binary(fn) { return function (other) { return new Decimal(clean(fn(this.value, numberOf(other)))); }; }
    function rounded(value, places) {
        var shifted = Number(Math.abs(value) + "e" + places);
        var result = isFinite(shifted) ? Number(Math.round(shifted) + "e-" + places) : Math.abs(value);
        return value < 0 ? -result : result;
    }
    var add = binary(function (a, b) { return a + b; });
    var sub = binary(function (a, b) { return a - b; });
    var mul = binary(function (a, b) { return a * b; });
    var div = binary(function (a, b) { return a / b; });
    Decimal.prototype = {
        constructor: Decimal,
        plus: add, add: add, minus: sub, sub: sub, times: mul, mul: mul, div: div, dividedBy: div,
        mod: binary(function (a, b) { return a % b; }), pow: binary(Math.pow), toPower: binary(Math.pow),
        abs: function () { return new Decimal(Math.abs(this.value)); },
        neg: function () { return new Decimal(-this.value); }, negated: function () { return new Decimal(-this.value); },
        sqrt: function () { return new Decimal(Math.sqrt(this.value)); },
        round: function () { return new Decimal(rounded(this.value, 0)); },
        floor: function () { return new Decimal(Math.floor(this.value)); },
        ceil: function () { return new Decimal(Math.ceil(this.value)); },
        toDecimalPlaces: function (n) { return new Decimal(rounded(this.value, n || 0)); },
        toDP: function (n) { return new Decimal(rounded(this.value, n || 0)); },
        toNumber: function () { return this.value; }, valueOf: function () { return this.value; }, toJSON: function () { return this.toString(); },
        toString: function () { return String(this.value); },
        toFixed: function (n) { return n === undefined ? String(this.value) : rounded(this.value, n).toFixed(n); },
        cmp: function (b) { return this.value - numberOf(b) < 0 ? -1 : this.value > numberOf(b) ? 1 : 0; },
        eq: function (b) { return this.value === numberOf(b); }, equals: function (b) { return this.value === numberOf(b); },
        gt: function (b) { return this.value > numberOf(b); }, greaterThan: function (b) { return this.value > numberOf(b); },
        gte: function (b) { return this.value >= numberOf(b); },
        lt: function (b) { return this.value < numberOf(b); }, lessThan: function (b) { return this.value < numberOf(b); },
        lte: function (b) { return this.value <= numberOf(b); },
        isZero: function () { return this.value === 0; }, isNaN: function () { return isNaN(this.value); }, isNegative: function () { return this.value < 0; }
    };
    Decimal.add = function (a, b) { return new Decimal(a).add(b); };
    Decimal.sub = function (a, b) { return new Decimal(a).sub(b); };
    Decimal.mul = function (a, b) { return new Decimal(a).mul(b); };
    Decimal.div = function (a, b) { return new Decimal(a).div(b); };
    Decimal.sum = function () { return Array.prototype.reduce.call(arguments, function (all, item) { return all.add(item); }, new Decimal(0)); };
    global.Decimal = Decimal;

    // ---- promises and timers ---------------------------------------------------------------------
    var jobs = [];
    var timers = [];
    var nextTimer = 1;
    function Promise(executor) {
        this.state = "pending";
        this.value = undefined;
        this.waiting = [];
        var self = this;
        function settle(state, value) {
            if (self.state !== "pending") { return; }
            self.state = state;
            self.value = value;
            self.waiting.forEach(function (fn) { jobs.push(fn); });
            self.waiting = [];
        }
        function reject(reason) { settle("rejected", reason); }
        function resolve(value) {
            if (value && typeof value.then === "function") {
                try { value.then(resolve, reject); } catch (error) { reject(error); }
            } else {
                settle("fulfilled", value);
            }
        }
        try { executor(resolve, reject); } catch (error) { reject(error); }
    }
    Promise.prototype = {
        constructor: Promise,
        then: function (done, failed) {
            var self = this;
            return new Promise(function (resolve, reject) {
                function run() {
                    var handler = self.state === "fulfilled" ? done : failed;
                    try {
                        if (typeof handler === "function") { resolve(handler(self.value)); }
                        else if (self.state === "fulfilled") { resolve(self.value); }
                        else { reject(self.value); }
                    } catch (error) { reject(error); }
                }
                if (self.state === "pending") { self.waiting.push(run); } else { jobs.push(run); }
            });
        },
        "catch": function (failed) { return this.then(undefined, failed); },
        "finally": function (fn) { return this.then(function (value) { fn(); return value; }, function (error) { fn(); throw error; }); }
    };
    Promise.resolve = function (value) { return value instanceof Promise ? value : new Promise(function (resolve) { resolve(value); }); };
    Promise.reject = function (reason) { return new Promise(function (resolve, reject) { reject(reason); }); };
    Promise.all = function (list) {
        return new Promise(function (resolve, reject) {
            var results = [];
            var missing = list.length;
            if (!missing) { resolve(results); }
            Array.prototype.forEach.call(list, function (item, index) {
                Promise.resolve(item).then(function (value) {
                    results[index] = value;
                    if (--missing === 0) { resolve(results); }
                }, reject);
            });
        });
    };
    Promise.allSettled = function (list) {
        return Promise.all(Array.prototype.map.call(list, function (item) {
            return Promise.resolve(item).then(function (value) { return { status: "fulfilled", value: value }; }, function (error) { return { status: "rejected", reason: error }; });
        }));
    };
    Promise.race = function (list) {
        return new Promise(function (resolve, reject) {
            Array.prototype.forEach.call(list, function (item) { Promise.resolve(item).then(resolve, reject); });
        });
    };
    global.Promise = Promise;
    // A timer's function runs at the end of the script that set it: nothing runs behind the form's back.
    function setTimeout(fn, time) {
        if (typeof fn === "function" && timers.length < 100) { timers.push({ id: nextTimer, time: Number(time) || 0, fn: fn }); }
        return nextTimer++;
    }
    global.setTimeout = setTimeout;
    global.clearTimeout = function (id) { timers = timers.filter(function (timer) { return timer.id !== id; }); };
    // Settles what can be settled; only the first error is thrown.
    function drain() {
        var rounds = 0;
        while ((jobs.length || timers.length) && rounds++ < 10000) {
            if (jobs.length) {
                jobs.shift()();
            } else {
                timers.sort(function (a, b) { return a.time - b.time || a.id - b.id; });
                timers.shift().fn();
            }
        }
        if (jobs.length || timers.length) { jobs = []; timers = []; throw new RangeError("asynchronous work without end"); }
    }
    function forgetJobs() { jobs = []; timers = []; }

    global.typeOf = typeOf;
    global.instanceOf = function (item, type) { return item !== null && item !== undefined && (item instanceof type || item.constructor === type); };
    return { global: global, copy: copy, define: define, typeOf: typeOf, formatDate: formatDate, parseDate: parseDate, RealDate: RealDate,
             Decimal: Decimal, Promise: Promise, drain: drain, forgetJobs: forgetJobs };
})
