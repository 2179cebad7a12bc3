// SPDX-License-Identifier: GPL-3.0-or-later
// The API that scripts of O2OA forms see (o2oa-forms 3.2). Everything outside the engine is reached
// through host.call(name, [JSON…]), which the form session answers.
(function (host, context) {
    "use strict";

    var global = new Function("return this")();
    var RealDate = global.Date;
    var started = RealDate.now();

    // ---- small polyfill of what form scripts use on the built-in types -------------------------
    function define(target, members) {
        Object.keys(members).forEach(function (name) {
            if (!(name in target)) {
                Object.defineProperty(target, name, { value: members[name], writable: true, configurable: true });
            }
        });
    }
    define(Array.prototype, {
        each: function (fn, bind) { this.forEach(fn, bind); return this; },
        contains: function (item) { return this.indexOf(item) !== -1; },
        erase: function (item) {
            for (var i = this.length; i--;) { if (this[i] === item) { this.splice(i, 1); } }
            return this;
        },
        include: function (item) { if (this.indexOf(item) === -1) { this.push(item); } return this; },
        combine: function (other) { other.forEach(function (item) { this.include(item); }, this); return this; },
        append: function (other) { Array.prototype.push.apply(this, other); return this; },
        clean: function () { return this.filter(function (item) { return item !== null && item !== undefined; }); },
        clone: function () { return copy(this); },
        empty: function () { this.length = 0; return this; },
        getLast: function () { return this.length ? this[this.length - 1] : null; },
        add: function (item) { this.push(item); return this; },
        del: function (index) { this.splice(index, 1); return this; },
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
        times: function (fn, bind) { for (var i = 0; i < this; i++) { fn.call(bind, i, this); } }
    });
    define(Function.prototype, { pass: function (args, bind) { var fn = this; return function () { return fn.apply(bind, args); }; } });
    define(Object, {
        each: function (object, fn, bind) { Object.keys(object || {}).forEach(function (key) { fn.call(bind, object[key], key, object); }); },
        clone: function (object) { return copy(object); },
        merge: function (target) {
            for (var i = 1; i < arguments.length; i++) { mergeInto(target, arguments[i]); }
            return target;
        },
        append: function (target) { return Object.assign.apply(Object, arguments); },
        contains: function (object, value) { return Object.keys(object).some(function (key) { return object[key] === value; }); },
        getLength: function (object) { return Object.keys(object).length; }
    });
    define(Array, { from: function (list) { return Array.prototype.slice.call(list); }, each: function (list, fn, bind) { list.forEach(fn, bind); } });

    function pad(number, length) { return ("0000" + number).slice(-length); }
    function formatDate(date, pattern) {
        var days = ["日", "一", "二", "三", "四", "五", "六"];
        var named = { db: "%Y-%m-%d %H:%M:%S", iso8601: "%Y-%m-%dT%H:%M:%S" };
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
            case "M": return pad(date.getMinutes(), 2);
            case "S": return pad(date.getSeconds(), 2);
            case "L": return pad(date.getMilliseconds(), 3);
            case "p": return date.getHours() < 12 ? "AM" : "PM";
            case "w": return date.getDay();
            case "a": return "周" + days[date.getDay()];
            case "A": return "星期" + days[date.getDay()];
            case "s": return Math.round(date.getTime() / 1000);
            case "%": return "%";
            default: return match;
            }
        });
    }
    function now() { return context.now + (RealDate.now() - started); }
    function parseDate(value) {
        var date = typeof value === "string" ? new RealDate(value.replace(/-/g, "/")) : new RealDate(value);
        return date;
    }
    define(RealDate.prototype, {
        format: function (pattern) { return formatDate(this, pattern); },
        increment: function (unit, times) {
            times = times === undefined ? 1 : times;
            switch (unit) {
            case "year": this.setFullYear(this.getFullYear() + times); break;
            case "month": this.setMonth(this.getMonth() + times); break;
            case "week": this.setDate(this.getDate() + 7 * times); break;
            case "hour": this.setTime(this.getTime() + 3600000 * times); break;
            case "minute": this.setTime(this.getTime() + 60000 * times); break;
            case "second": this.setTime(this.getTime() + 1000 * times); break;
            default: this.setDate(this.getDate() + times);
            }
            return this;
        },
        decrement: function (unit, times) { return this.increment(unit, -(times === undefined ? 1 : times)); },
        diff: function (other, unit) {
            var lengths = { second: 1000, minute: 60000, hour: 3600000, day: 86400000, week: 604800000 };
            return Math.round((parseDate(other) - this) / (lengths[unit || "day"] || 86400000));
        },
        clone: function () { return new RealDate(this.getTime()); },
        get: function (part) { return { year: this.getFullYear(), month: this.getMonth(), date: this.getDate(), hours: this.getHours() }[part]; },
        isValid: function () { return !isNaN(this.getTime()); },
        parse: function (value) { this.setTime(parseDate(value).getTime()); return this; }
    });
    // A date without arguments is the form's clock, so that a form can be inspected as of any time.
    function FormDate() {
        var date = arguments.length === 0 ? new RealDate(now())
            : arguments.length === 1 ? (typeof arguments[0] === "string" && isNaN(new RealDate(arguments[0])) ? parseDate(arguments[0]) : new RealDate(arguments[0]))
            : new (Function.prototype.bind.apply(RealDate, [null].concat(Array.prototype.slice.call(arguments))))();
        return this instanceof FormDate ? date : date.toString();
    }
    FormDate.prototype = RealDate.prototype;
    FormDate.now = now;
    FormDate.parse = function (value) { return parseDate(value); };
    FormDate.UTC = RealDate.UTC;
    FormDate.diff = function (a, b, unit) { return parseDate(a).diff(parseDate(b), unit); };
    global.Date = FormDate;

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
            if (source[key] && typeof source[key] === "object" && !Array.isArray(source[key]) && target[key] && typeof target[key] === "object") {
                mergeInto(target[key], source[key]);
            } else {
                target[key] = copy(source[key]);
            }
        });
    }
    global.typeOf = function (value) {
        if (value === null || value === undefined) { return "null"; }
        if (Array.isArray(value)) { return "array"; }
        if (value instanceof RealDate) { return "date"; }
        if (value instanceof RegExp) { return "regexp"; }
        return typeof value === "number" && !isFinite(value) ? "null" : typeof value;
    };
    function Decimal(value) {
        if (!(this instanceof Decimal)) { return new Decimal(value); }
        this.value = Number(value instanceof Decimal ? value.value : value);
    }
    function exact(fn) {
        return function (other) {
            var b = Number(other instanceof Decimal ? other.value : other);
            return new Decimal(Number(fn(this.value, b).toPrecision(15)));
        };
    }
    Decimal.prototype = {
        plus: exact(function (a, b) { return a + b; }), add: exact(function (a, b) { return a + b; }),
        minus: exact(function (a, b) { return a - b; }), sub: exact(function (a, b) { return a - b; }),
        times: exact(function (a, b) { return a * b; }), mul: exact(function (a, b) { return a * b; }),
        div: exact(function (a, b) { return a / b; }), dividedBy: exact(function (a, b) { return a / b; }),
        toNumber: function () { return this.value; }, valueOf: function () { return this.value; },
        toString: function () { return String(this.value); }, toFixed: function (n) { return this.value.toFixed(n); },
        eq: function (b) { return this.value === Number(b); }, gt: function (b) { return this.value > Number(b); },
        lt: function (b) { return this.value < Number(b); }
    };
    global.Decimal = Decimal;

    // ---- what only the browser or the server has ------------------------------------------------
    function Unsupported(what) { this.name = "Unsupported"; this.message = what; }
    Unsupported.prototype = Object.create(Error.prototype);
    function refuse(what) {
        return new Proxy(function () { }, {
            get: function (target, member) {
                if (typeof member === "symbol" || member === "prototype") { return target[member]; }
                throw new Unsupported(what + "." + String(member));
            },
            apply: function () { throw new Unsupported(what); },
            construct: function () { throw new Unsupported(what); }
        });
    }

    // ---- data ------------------------------------------------------------------------------------
    var cache = {};
    var snapshots = {};
    var jsons = {};
    var jsonSnapshots = {};
    var listeners = {};
    var data;
    var formApi;
    function plain(value) {
        if (value === undefined || typeof value === "function") { return undefined; }
        if (value === null || typeof value !== "object") {
            return typeof value === "number" && !isFinite(value) ? null : value;
        }
        return JSON.parse(JSON.stringify(value));
    }
    function flush() {
        Object.keys(cache).forEach(function (key) {
            var text = JSON.stringify(cache[key]);
            if (text !== snapshots[key]) {
                snapshots[key] = text;
                host.call("setData", [key, JSON.parse(text), false]);
            }
        });
        Object.keys(jsons).forEach(function (id) {
            var text = JSON.stringify(jsons[id]);
            if (text !== jsonSnapshots[id]) {
                jsonSnapshots[id] = text;
                host.call("setJson", [id, JSON.parse(text)]);
            }
        });
    }
    function forget() { cache = {}; snapshots = {}; }
    function ask(name) {
        flush();
        var args = Array.prototype.slice.call(arguments, 1).map(function (value) {
            var result = plain(value);
            return result === undefined ? null : result;
        });
        return host.call(name, args);
    }
    function change() { var result = ask.apply(null, arguments); forget(); return result; }

    var dataMethods = {
        add: function (key, value, overwrite) {
            if (overwrite || !host.call("hasData", [key])) { change("addData", key, value); }
            return data[key];
        },
        del: function (key) { change("setData", key, "", false); return null; },
        check: function (key) { return host.call("hasData", [key]); },
        save: function () { change("save"); },
        getKey: function () { return ""; },
        getParent: function () { return null; },
        setSection: function () { }
    };
    data = new Proxy({}, {
        get: function (target, key) {
            if (typeof key === "symbol") { return undefined; }
            if (dataMethods.hasOwnProperty(key)) { return dataMethods[key]; }
            if (cache.hasOwnProperty(key)) { return cache[key]; }
            var value = host.call("getData", [key]);
            if (value && typeof value === "object") {
                cache[key] = value;
                snapshots[key] = JSON.stringify(value);
            }
            return value;
        },
        set: function (target, key, value) {
            if (typeof key !== "symbol") {
                delete cache[key];
                delete snapshots[key];
                change("assignData", key, value);
            }
            return true;
        },
        has: function (target, key) { return typeof key !== "symbol" && !!host.call("hasData", [key]); },
        ownKeys: function () { return host.call("dataKeys", []); },
        getOwnPropertyDescriptor: function (target, key) {
            return { value: data[key], writable: true, enumerable: true, configurable: true };
        },
        deleteProperty: function (target, key) { change("setData", key, "", false); return true; }
    });

    // ---- modules ---------------------------------------------------------------------------------
    function listen(id, event, fn) {
        var key = id + "/" + event;
        (listeners[key] = listeners[key] || []).push(fn);
    }
    function nodeOf(id) {
        function style(name, value) {
            if (name === "display") { change("show", id, value !== "none"); }
            else if (name === "visibility") { change("show", id, value !== "hidden"); }
        }
        var node = {
            setStyle: function (name, value) { style(name, value); return node; },
            setStyles: function (styles) { Object.keys(styles || {}).forEach(function (name) { style(name, styles[name]); }); return node; },
            getStyle: function (name) { return name === "display" ? (ask("isShown", id) ? "block" : "none") : ""; },
            hide: function () { change("show", id, false); return node; },
            show: function () { change("show", id, true); return node; },
            set: function (name, value) { if (name === "text" || name === "html") { change("setText", id, String(value)); } return node; },
            addEvent: function (event, fn) { listen(id, event, fn); return node; }
        };
        return new Proxy(node, {
            get: function (target, member) {
                if (member in target) { return target[member]; }
                return typeof member === "symbol" ? undefined : function () { return node; };
            },
            set: function () { return true; }
        });
    }
    var proxies = {};
    function moduleOf(id) {
        if (!id || !host.call("hasModule", [id])) { return undefined; }
        if (proxies[id]) { return proxies[id]; }
        var module = {
            form: null,
            getData: function () { return ask("getModuleData", id); },
            setData: function (value, fire) {
                change("setModuleData", id, value, !!fire);
            },
            getTextData: function () {
                var text = ask("getText", id);
                return { value: [ask("getModuleData", id)], text: Array.isArray(text) ? text : [text] };
            },
            getText: function () { return ask("getText", id); },
            getValue: function () { return ask("getModuleData", id); },
            setValue: function (value, fire) { change("setModuleData", id, value, !!fire); },
            isEmpty: function () { return !!ask("isEmpty", id); },
            resetData: function () { change("resetData", id); },
            resetOption: function () { change("resetOptions", id); },
            getOptions: function () { return ask("getOptions", id); },
            setOptions: function (list) { change("setOptions", id, list); },
            addOption: function (text, value) { change("addOption", id, text, value); },
            hide: function () { change("show", id, false); },
            show: function () { change("show", id, true); },
            validation: function (route, opinion) { return !!ask("validateModule", id, route || "", opinion || ""); },
            validationMode: function () { },
            notValidationMode: function (text) { ask("mark", id, String(text || "")); },
            setNotValidationMode: function (text) { ask("mark", id, String(text || "")); },
            focus: function () { ask("focus", id); },
            addEvent: function (event, fn) { listen(id, event, fn); },
            fireEvent: function (event) { change("fire", id, event); },
            setReadonly: function (value) { change("setReadonly", id, value !== false); },
            isReadable: true,
            getTotal: function () { return ((ask("getModuleData", id) || {}).total) || {}; },
            addLine: function (isEditing, row) { change("addRow", id, -1, row || {}); },
            insertLine: function (isEditing, index, row) { change("addRow", id, index, row || {}); },
            deleteLine: function (index) { change("removeRow", id, index); },
            getAttachmentList: function () { return ask("attachments", id) || []; }
        };
        Object.defineProperty(module, "json", {
            get: function () {
                if (!jsons[id]) {
                    jsons[id] = host.call("getJson", [id]) || {};
                    jsonSnapshots[id] = JSON.stringify(jsons[id]);
                }
                return jsons[id];
            }
        });
        Object.defineProperty(module, "node", { get: function () { return nodeOf(id); } });
        module.form = formApi;
        module.unselect = module.select = function () { throw new Unsupported("select"); };
        proxies[id] = module;
        return module;
    }

    formApi = {
        get: function (id) { return moduleOf(id); },
        getField: function (id) { return moduleOf(id); },
        getWidgetModule: function () { return undefined; },
        getInfor: function () { return copy(context.form || {}); },
        getInfo: function () { return copy(context.form || {}); },
        getData: function () { flush(); return host.call("allData", []); },
        getApp: function () { return undefined; },
        save: function () { change("save"); },
        saveWork: function () { change("save"); },
        close: function () { ask("close"); },
        closeWork: function () { ask("close"); },
        process: function () { change("process"); },
        processWork: function () { change("process"); },
        verify: function (route, opinion) { return !!ask("verify", route || "", opinion || ""); },
        formValidation: function (route, opinion) { return !!ask("verify", route || "", opinion || ""); },
        validation: function (route, opinion) { return !!ask("verify", route || "", opinion || ""); },
        notice: function (text, kind) { ask("notice", String(text), String(kind || "")); },
        alert: function (kind, title, text) { ask("notice", String(text !== undefined ? text : kind), String(kind || "")); },
        confirm: function (kind, event, title, text) { throw new Unsupported("form.confirm"); },
        addEvent: function (event, fn) { listen("", event, fn); },
        readonly: !!context.isReadonly,
        businessData: { data: data, work: null }
    };
    Object.defineProperty(formApi, "currentRouteName", { get: function () { return ask("currentRoute"); } });
    Object.defineProperty(formApi, "opinion", { get: function () { return ask("currentOpinion"); } });
    Object.defineProperty(formApi, "medias", { get: function () { return []; } });
    ["print", "openWork", "openDocument", "openJob", "startProcess", "reset", "retract", "reroute", "rollback", "addSplit", "deleteWork", "dialog", "openApplication", "createDocument", "downloadAll", "addTask", "goBack", "terminate", "press"].forEach(function (name) {
        formApi[name] = function () { throw new Unsupported("form." + name); };
    });

    // ---- the work, with plain names as the web client gives them -----------------------------------
    function plainName(value) { return typeof value === "string" ? value.split("@")[0] : value; }
    function shorten(object, names) {
        if (!object) { return object; }
        names.forEach(function (name) {
            if (object[name] !== undefined && object[name + "Dn"] === undefined) {
                object[name + "Dn"] = object[name];
                object[name] = plainName(object[name]);
            }
        });
        return object;
    }
    function shortWork(work) {
        work = shorten(copy(work), ["creatorPerson", "creatorUnit", "creatorIdentity"]);
        if (work) {
            work.creatorUnitDnList = (work.creatorUnitList || []).slice();
            work.creatorUnitList = (work.creatorUnitList || []).map(plainName);
            work.creatorDepartment = work.creatorUnit;
            work.creatorCompany = (work.creatorUnitLevelName || "").split("/")[0] || work.creatorUnit;
        }
        return work;
    }
    function shortTask(task) {
        task = shorten(copy(task), ["person", "unit", "identity"]);
        if (task) {
            task.department = task.unit;
            task.unitDnList = (task.unitList || []).slice();
            task.unitList = (task.unitList || []).map(plainName);
            task.company = task.unitList[0];
        }
        return task;
    }
    var work = shortWork(context.work || {});
    var tasks = (context.taskList || []).map(shortTask);
    formApi.businessData.work = work;
    var workContext = {
        getWork: function () { return copy(work); },
        getActivity: function () { return copy(context.activity || null); },
        getTask: function () { return copy(tasks[context.currentTaskIndex] || null); },
        getTaskList: function () { return copy(tasks); },
        getTaskListByJob: function () { return copy(tasks); },
        getTaskCompletedList: function () { return copy(context.taskCompletedList || []); },
        getTaskCompletedListByJob: function () { return copy(context.taskCompletedList || []); },
        getReadList: function () { return copy(context.readList || []); },
        getReadListByJob: function () { return copy(context.readList || []); },
        getControl: function () { return copy(context.control || {}); },
        getWorkLogList: function () { return copy(context.workLogList || []); },
        getRecordList: function () { return copy(context.recordList || []); },
        getAttachmentList: function () { return copy(context.attachmentList || []); },
        getRouteList: function () { return (context.routeList || []).map(function (route) { return route.name; }); },
        getInquiredRouteList: function () { return null; },
        getJobByWork: function () { return copy(work); },
        getWorkList: function () { return [copy(work)]; },
        setTitle: function (title) { change("setTitle", String(title)); }
    };

    // ---- organisation, dictionaries ------------------------------------------------------------------
    function many(fn) {
        return function (values) {
            return (Array.isArray(values) ? values : [values]).map(fn).filter(function (value) { return !!value; });
        };
    }
    function keyOf(value) { return value && typeof value === "object" ? value.distinguishedName || value.id || value.name : value; }
    function finder(kind) { return function (value) { return ask("org", kind, keyOf(value)) || null; }; }
    var org = {
        getPerson: finder("person"), getIdentity: finder("identity"), getUnit: finder("unit"),
        getGroup: finder("group"), getRole: finder("role"),
        listPerson: many(finder("person")), listIdentity: many(finder("identity")), listUnit: many(finder("unit")),
        getDuty: function (name, unit) { return ask("orgDuty", name, keyOf(unit)) || []; },
        listIdentityWithPerson: function (person) { return ask("orgIdentities", "person", keyOf(Array.isArray(person) ? person[0] : person)) || []; },
        listIdentityWithUnit: function (unit) { return ask("orgIdentities", "unit", keyOf(Array.isArray(unit) ? unit[0] : unit)) || []; },
        getUnitByIdentity: function (identity) { return ask("orgUnitOf", keyOf(Array.isArray(identity) ? identity[0] : identity)) || null; },
        listUnitWithIdentity: function (identity) { var unit = org.getUnitByIdentity(identity); return unit ? [unit] : []; }
    };
    org = new Proxy(org, {
        get: function (target, member) {
            if (member in target || typeof member === "symbol") { return target[member]; }
            throw new Unsupported("org." + member);
        }
    });
    function Dict(which) {
        var name = which && typeof which === "object" ? which.name || which.id : which;
        var application = which && typeof which === "object" ? which.application || "" : "";
        this.get = function (path) { var value = ask("dictionary", name, application, path || ""); return value === undefined ? null : value; };
        this.set = this.add = this["delete"] = function () { throw new Unsupported("Dict.set"); };
    }

    // ---- the environment ---------------------------------------------------------------------------
    var shared = {};
    var included = {};
    function environment(target, event) {
        var env = Object.create(shared);
        env.target = moduleOf(target);
        env.event = event || null;
        return env;
    }
    shared.data = null;
    Object.defineProperty(shared, "data", {
        get: function () { return data; },
        set: function (value) {
            Object.keys(value || {}).forEach(function (key) { data[key] = value[key]; });
        }
    });
    shared.form = formApi;
    shared.workContext = workContext;
    shared.documentContext = refuse("documentContext");
    shared.org = org;
    shared.Dict = Dict;
    shared.session = { user: copy(context.user || {}) };
    shared.status = context.status || "";
    shared.page = {};
    shared.power = copy(context.control || {});
    shared.define = function (name, fn, overwrite) {
        if (shared[name] === undefined || overwrite || included["define:" + name]) {
            included["define:" + name] = true;
            shared[name] = typeof fn === "function" ? fn.bind(shared) : fn;
        }
    };
    shared.include = function (which) {
        var list = Array.isArray(which) ? which : [which];
        list.forEach(function (entry) {
            var name = entry && typeof entry === "object" ? entry.name || entry.id : entry;
            if (included[name]) { return; }
            var text = ask("script", String(name));
            if (typeof text !== "string") { throw new Unsupported("include " + name); }
            included[name] = true;
            new Function(text).call(environment("", null));
        });
        var callback = arguments[1];
        if (typeof callback === "function") { callback.call(shared); }
    };
    shared.wait = function () { throw new Unsupported("wait"); };
    shared.goon = function () { };
    ["view", "statement", "statementSelector", "Table", "Action", "Actions", "service", "Ajax", "JSONP", "lookup", "importer", "query", "MD5", "print"].forEach(function (name) {
        shared[name] = refuse(name);
    });
    global.layout = { session: { user: copy(context.user || {}) }, mobile: false, language: "zh-cn" };
    global.alert = function (text) { ask("notice", String(text), ""); };
    global.o2 = new Proxy({
        name: { cn: plainName },
        typeOf: global.typeOf
    }, { get: function (target, member) { if (member in target || typeof member === "symbol") { return target[member]; } throw new Unsupported("o2." + member); } });
    global.MWF = new Proxy({ name: { cn: plainName } }, { get: function (target, member) { if (member in target || typeof member === "symbol") { return target[member]; } throw new Unsupported("MWF." + member); } });

    var compiled = {};
    function compile(code) {
        if (!compiled.hasOwnProperty(code)) { compiled[code] = new Function(code); }
        return compiled[code];
    }
    var browserOnly = /(jQuery|\$|document|window|XMLHttpRequest|Promise|fetch|setTimeout|setInterval|Element|Request) is not defined/;
    function guarded(fn) {
        try {
            var value = fn();
            if (value && typeof value.then === "function") {
                return { state: "unsupported", detail: "asynchronous answer" };
            }
            if (value instanceof Decimal) { value = value.value; }
            value = plain(value);
            flush();
            forget();
            return { state: "ran", value: value };
        } catch (error) {
            try { flush(); } catch (again) { /* the first error is the one to tell */ }
            forget();
            var text = String(error && error.message !== undefined ? error.message : error);
            var isUnsupported = error instanceof Unsupported || browserOnly.test(text);
            return { state: isUnsupported ? "unsupported" : "failed", detail: text };
        }
    }
    return {
        run: function (code, target, event) {
            return guarded(function () { return compile(code).call(environment(target, event)); });
        },
        fire: function (target, event) {
            return guarded(function () {
                (listeners[target + "/" + event] || []).slice().forEach(function (fn) {
                    fn.call(environment(target, event));
                });
            });
        }
    };
})
