//! What follows from the table of facts: a list's field in the session, its name, the change that states something in it, and
//! everything that has to go through all lists. Whatever takes a list one by one is a function beside this; here it is only called.

macro_rules! facts {
    ($(
        #[doc = $doc:literal]
        $list:ident $name:ident: $($change:ident)? ($key:ty) = $value:ident, $left_out:tt;
        $about:ident $next_round:ident $reading:ident $other_model:ident $in_request:ident $without_names:ident $counts_as:ident $in_report:ident $in_copy:ident;
    )+) => {
        /// One assessed system: what it is, what it needs, and what was found in one or more rounds.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        pub struct Session {
            /// Its id, the same in all copies that people send each other.
            pub id: SessionId,
            /// When it was begun.
            pub created: Timestamp,
            /// The model it is about.
            pub model: ModelRef,
            /// Up to which of each actor's changes this copy has seen.
            pub seen: Seen,
            $(
                #[doc = $doc]
                #[serde(serialize_with = "record::write", skip_serializing_if = $left_out)]
                pub $list: Facts<$key, $value>,
            )+
            /// Who is asked what, where this copy holds only what one person needs to answer that.
            #[serde(rename = "envelope", skip_serializing_if = "Option::is_none")]
            pub request: Option<AnswerRequest>,
            /// The model that somebody brought and that travels with this session.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub own_model: Option<BroughtModel>,
            /// Members that this version does not know, kept as they came.
            #[serde(flatten)]
            pub unknown: Map<String, Value>,
        }

        impl Session {
            /// A session in which nothing is said, not even that there is a round.
            pub(super) fn empty(id: SessionId, created: Timestamp, model: ModelRef) -> Self {
                Self { id, created, model, seen: Seen::default(), $($list: Facts::new(),)+ request: None, own_model: None, unknown: Map::new() }
            }

            /// Whether nothing was ever said in a list.
            #[must_use]
            pub fn is_empty(&self, list: List) -> bool {
                match list {
                    $(List::$name => self.$list.is_empty(),)+
                }
            }

            /// Goes through everything that somebody stated, list by list. What only follows from it is passed over.
            pub fn each_fact<'a>(&'a self, tell: &mut dyn FnMut(AnyFact<'a>)) {
                $(each(List::$name, &self.$list, tell);)+
            }

            /// The same without names and words that people typed, list by list as the table says.
            #[must_use]
            pub fn without_words(&self) -> Self {
                let mut session = self.head_alone().without_own_names();
                $(session.$list = without_words(List::$name, &self.$list);)+
                session
            }

            /// The same without anything that this version does not know, so that all that is in it can be looked at.
            #[must_use]
            pub fn known_alone(&self) -> Self {
                let mut session = self.head_alone();
                $(session.$list = known_alone(&self.$list);)+
                session
            }

            /// Puts something that is not several in its list, and says what stood there before; nothing where that alters nothing.
            pub(super) fn put(&mut self, change: &Change, how: &How<'_>) -> Option<Put<Change>> {
                match change {
                    $($(Change::$change(on, value) => {
                        let Put { before, was, is } = state(&mut self.$list, &mut self.seen, List::$name, on, value.as_ref(), how)?;
                        Some(Put { before: Change::$change(on.clone(), before), was, is })
                    })?)+
                    Change::Together(_) => None,
                }
            }

            /// Takes in the facts of another part of the same file. Says whether none of them was there before.
            pub(crate) fn absorb(&mut self, part: Self) -> bool {
                let mut all_new = true;
                $(if const { List::$name.can_be_read_in_parts() } {
                    all_new &= self.$list.take_in(part.$list.into_iter().collect()).is_empty();
                })+
                all_new
            }

            /// States what follows for the present edition in every list that is about its questions.
            pub(super) fn follow_editions(&mut self, editions: &[Leads<'_>]) {
                $(if const { List::$name.about().follows_editions() } {
                    follow_all(&mut self.$list, editions);
                })+
            }

            /// How each list is described as a JSON Schema.
            #[cfg(not(target_arch = "wasm32"))]
            pub(super) fn list_schemas(schemas: &mut schemars::SchemaGenerator) -> Vec<(&'static str, Value)> {
                vec![$((stringify!($list), schema::list::<$key, schema::described!($value)>(schemas))),+]
            }
        }

        impl FromFile for Session {
            fn from_file(value: Value) -> Result<Self, Misread> {
                let mut members = Members::of(value)?;
                let mut session = Self::empty(members.take("id")?, members.take("created")?, members.take("model")?);
                session.seen = members.take("seen")?;
                $(if let Some(list) = members.value(stringify!($list)) {
                    session.$list = record::read(list).map_err(|misread| misread.in_member(stringify!($list)))?;
                })+
                session.request = members.take("envelope")?;
                session.own_model = members.take("own_model")?;
                belongs(&session)?;
                session.unknown = members.rest();
                Ok(session)
            }
        }

        /// One thing to state (`Some`) or to withdraw (`None`).
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Change {
            $($(
                #[doc = $doc]
                $change($key, Option<$value>),
            )?)+
            /// Several changes that belong together.
            Together(Vec<Change>),
        }

        impl FromFile for Change {
            fn from_file(value: Value) -> Result<Self, Misread> {
                let (name, said) = change_said(value)?;
                if name == TOGETHER {
                    return Vec::from_file(said).map(Self::Together);
                }
                match List::ALL.iter().find(|list| list.change_name().as_ref() == Some(&name)) {
                    $($(Some(List::$name) => {
                        let (on, value) = pair(said)?;
                        Ok(Self::$change(FromFile::from_file(on)?, FromFile::from_file(value)?))
                    })?)+
                    _ => Err(Wrong::Unknown(name).into()),
                }
            }
        }

        impl Change {
            /// The list in which it states something; `None` for several changes.
            #[must_use]
            pub const fn list(&self) -> Option<List> {
                match self {
                    $($(Self::$change(..) => Some(List::$name),)?)+
                    Self::Together(_) => None,
                }
            }

            /// The id of what it is about; empty where that has none, and for several changes.
            #[must_use]
            pub fn about(&self) -> &str {
                match self {
                    $($(Self::$change(on, _) => <$key as Key>::id(on),)?)+
                    Self::Together(_) => "",
                }
            }

            /// The round in which it states something; `None` where that belongs to all, and for several changes.
            #[must_use]
            pub fn round(&self) -> Option<&RoundId> {
                match self {
                    $($(Self::$change(on, _) => <$key as Key>::round(on),)?)+
                    Self::Together(_) => None,
                }
            }

            /// The level that it states, if what it states speaks of one.
            #[must_use]
            pub fn level(&self) -> Option<Level> {
                match self {
                    $($(Self::$change(_, Some(value)) => value.level(),)?)+
                    _ => None,
                }
            }

            /// Whether this change only goes on with the words that `earlier` began: about the same thing, and alike in all but
            /// words.
            #[must_use]
            pub fn continues(&self, earlier: &Self) -> bool {
                match (self, earlier) {
                    $($((Self::$change(on, Some(now)), Self::$change(other, Some(before))) => on == other && now.goes_on(before),)?)+
                    _ => false,
                }
            }
        }

        /// The lists of facts that a session has, in the order in which they stand in files.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum List {
            $(
                #[doc = $doc]
                $name,
            )+
        }

        impl List {
            /// All lists.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The list's name in files.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($list),)+
                }
            }

            /// The list of that name in files; `None` for one that this version does not know.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|list| list.name() == name)
            }

            /// The name of the change that states something in it, as the [`Change`] has it; `None` where nobody does that directly.
            #[must_use]
            pub const fn change(self) -> Option<&'static str> {
                match self {
                    $($(Self::$name => Some(stringify!($change)),)?)+
                    #[allow(unreachable_patterns, reason = "once every list has a change")]
                    _ => None,
                }
            }

            /// What kind of records it has.
            #[must_use]
            pub const fn record(self) -> RecordKind {
                match self {
                    $(Self::$name => <$key as Key>::RECORD,)+
                }
            }

            /// Which id of the model its entries are about.
            #[must_use]
            pub const fn about(self) -> About {
                match self {
                    $(Self::$name => About::$about,)+
                }
            }

            /// What becomes of it when another round is opened.
            #[must_use]
            pub const fn next_round(self) -> NextRound {
                match self {
                    $(Self::$name => NextRound::$next_round,)+
                }
            }

            /// Whether it can be read in parts.
            #[must_use]
            pub const fn can_be_read_in_parts(self) -> bool {
                match self {
                    $(Self::$name => matches!(Reading::$reading, Reading::Parts),)+
                }
            }

            /// Whether what stands in it belongs to one model.
            #[must_use]
            pub const fn is_bound_to_model(self) -> bool {
                match self {
                    $(Self::$name => matches!(OtherModel::$other_model, OtherModel::Bound),)+
                }
            }

            /// What a file with questions for somebody takes along of it.
            #[must_use]
            pub const fn in_request(self) -> InRequest {
                match self {
                    $(Self::$name => InRequest::$in_request,)+
                }
            }

            /// What of it may leave in an export without names.
            #[must_use]
            pub const fn without_names(self) -> WithoutNames {
                match self {
                    $(Self::$name => WithoutNames::$without_names,)+
                }
            }

            /// In which copies for others it is.
            #[must_use]
            pub const fn in_copy(self) -> InCopy {
                match self {
                    $(Self::$name => InCopy::$in_copy,)+
                }
            }

            /// As what its entries count.
            #[must_use]
            pub const fn counts_as(self) -> CountsAs {
                match self {
                    $(Self::$name => CountsAs::$counts_as,)+
                }
            }

            /// Which reports show anything of it.
            #[must_use]
            pub const fn in_report(self) -> InReport {
                match self {
                    $(Self::$name => InReport::$in_report,)+
                }
            }
        }
    };
}
pub(super) use facts;
