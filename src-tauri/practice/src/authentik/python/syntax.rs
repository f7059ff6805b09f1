//! Parses Python.

use super::token::{Located, SyntaxError, Token, tokens};

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Statement {
    /// What is assigned to, and the value.
    Assign(Expression, Expression),
    /// Each condition with what follows from it, and what follows if none holds.
    If(Vec<(Expression, Vec<Statement>)>, Vec<Statement>),
    Return(Option<Expression>),
    Raise(Expression),
    Expression(Expression),
    Pass,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    And,
    Or,
    Equal,
    NotEqual,
    In,
    NotIn,
    Is,
    IsNot,
    Add,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expression {
    None,
    Flag(bool),
    Number(i64),
    Text(String),
    Name(String),
    List(Vec<Expression>),
    Set(Vec<Expression>),
    Dict(Vec<(Expression, Expression)>),
    Attribute(Box<Expression>, String),
    Item(Box<Expression>, Box<Expression>),
    Call(Box<Expression>, Vec<Expression>, Vec<(String, Expression)>),
    Not(Box<Expression>),
    Binary(Operator, Box<Expression>, Box<Expression>),
    /// Condition, value if it holds, value if not.
    Choice(Box<Expression>, Box<Expression>, Box<Expression>),
}

/// Words that begin what isn't known here.
const UNKNOWN: [&str; 14] = [
    "for", "while", "def", "class", "import", "from", "try", "with", "lambda", "del", "global", "yield", "assert",
    "async",
];

pub(super) fn parse(text: &str) -> Result<Vec<Statement>, SyntaxError> {
    let mut parser = Parser { tokens: tokens(text)?, at: 0 };
    let mut all = Vec::new();
    while *parser.token() != Token::End {
        all.push(parser.statement()?);
    }
    Ok(all)
}

struct Parser {
    tokens: Vec<Located>,
    at: usize,
}

impl Parser {
    /// The present token. The last one is always [`Token::End`], which nothing passes.
    fn token(&self) -> &Token {
        self.tokens.get(self.at).map_or(&Token::End, |located| &located.token)
    }

    fn line(&self) -> usize {
        self.tokens.get(self.at.min(self.tokens.len().saturating_sub(1))).map_or(1, |located| located.line)
    }

    fn wrong<T>(&self, message: &str) -> Result<T, SyntaxError> {
        Err(SyntaxError::new(message, self.line()))
    }

    fn takes(&mut self, wanted: &Token) -> bool {
        let is_it = self.token() == wanted;
        self.at += usize::from(is_it);
        is_it
    }

    fn takes_sign(&mut self, sign: &'static str) -> bool {
        self.takes(&Token::Sign(sign))
    }

    fn takes_word(&mut self, word: &str) -> bool {
        let is_it = matches!(self.token(), Token::Name(name) if name == word);
        self.at += usize::from(is_it);
        is_it
    }

    fn needs_sign(&mut self, sign: &'static str) -> Result<(), SyntaxError> {
        if self.takes_sign(sign) { Ok(()) } else { self.wrong(&format!("expected '{sign}'")) }
    }

    fn statement(&mut self) -> Result<Statement, SyntaxError> {
        if let Token::Name(word) = self.token()
            && UNKNOWN.contains(&word.as_str())
        {
            return self.wrong("the practice server doesn't know this statement");
        }
        if self.takes_word("if") {
            return self.branches();
        }
        let statement = if self.takes_word("pass") {
            Statement::Pass
        } else if self.takes_word("return") {
            let is_empty = *self.token() == Token::Newline;
            Statement::Return(if is_empty { None } else { Some(self.expression()?) })
        } else if self.takes_word("raise") {
            Statement::Raise(self.expression()?)
        } else {
            let first = self.expression()?;
            if self.takes_sign("=") {
                if !matches!(first, Expression::Name(_) | Expression::Item(..)) {
                    return self.wrong("cannot assign to expression here");
                }
                Statement::Assign(first, self.expression()?)
            } else {
                Statement::Expression(first)
            }
        };
        if self.takes(&Token::Newline) { Ok(statement) } else { self.wrong("invalid syntax") }
    }

    fn branches(&mut self) -> Result<Statement, SyntaxError> {
        let mut branches = vec![(self.expression()?, self.block()?)];
        loop {
            if self.takes_word("elif") {
                branches.push((self.expression()?, self.block()?));
            } else if self.takes_word("else") {
                return Ok(Statement::If(branches, self.block()?));
            } else {
                return Ok(Statement::If(branches, Vec::new()));
            }
        }
    }

    fn block(&mut self) -> Result<Vec<Statement>, SyntaxError> {
        self.needs_sign(":")?;
        if !self.takes(&Token::Newline) {
            return Ok(vec![self.statement()?]);
        }
        if !self.takes(&Token::Indent) {
            return self.wrong("expected an indented block after 'if' statement");
        }
        let mut all = Vec::new();
        while !self.takes(&Token::Dedent) {
            all.push(self.statement()?);
        }
        Ok(all)
    }

    fn expression(&mut self) -> Result<Expression, SyntaxError> {
        let value = self.either()?;
        if !self.takes_word("if") {
            return Ok(value);
        }
        let condition = self.either()?;
        if !self.takes_word("else") {
            return self.wrong("expected 'else' after 'if' expression");
        }
        Ok(Expression::Choice(condition.into(), value.into(), self.expression()?.into()))
    }

    fn either(&mut self) -> Result<Expression, SyntaxError> {
        let mut left = self.both()?;
        while self.takes_word("or") {
            left = Expression::Binary(Operator::Or, left.into(), self.both()?.into());
        }
        Ok(left)
    }

    fn both(&mut self) -> Result<Expression, SyntaxError> {
        let mut left = self.negation()?;
        while self.takes_word("and") {
            left = Expression::Binary(Operator::And, left.into(), self.negation()?.into());
        }
        Ok(left)
    }

    fn negation(&mut self) -> Result<Expression, SyntaxError> {
        if self.takes_word("not") { Ok(Expression::Not(self.negation()?.into())) } else { self.comparison() }
    }

    fn comparison(&mut self) -> Result<Expression, SyntaxError> {
        let left = self.sum()?;
        let operator = if self.takes_sign("==") {
            Operator::Equal
        } else if self.takes_sign("!=") {
            Operator::NotEqual
        } else if self.takes_word("in") {
            Operator::In
        } else if self.takes_word("is") {
            if self.takes_word("not") { Operator::IsNot } else { Operator::Is }
        } else if self.takes_word("not") {
            if !self.takes_word("in") {
                return self.wrong("invalid syntax");
            }
            Operator::NotIn
        } else {
            return Ok(left);
        };
        Ok(Expression::Binary(operator, left.into(), self.sum()?.into()))
    }

    fn sum(&mut self) -> Result<Expression, SyntaxError> {
        let mut left = self.primary()?;
        while self.takes_sign("+") {
            left = Expression::Binary(Operator::Add, left.into(), self.primary()?.into());
        }
        Ok(left)
    }

    fn primary(&mut self) -> Result<Expression, SyntaxError> {
        let mut value = self.atom()?;
        loop {
            if self.takes_sign(".") {
                let Token::Name(name) = self.token().clone() else { return self.wrong("invalid syntax") };
                self.at += 1;
                value = Expression::Attribute(value.into(), name);
            } else if self.takes_sign("[") {
                let item = self.expression()?;
                self.needs_sign("]")?;
                value = Expression::Item(value.into(), item.into());
            } else if self.takes_sign("(") {
                value = self.call(value)?;
            } else {
                return Ok(value);
            }
        }
    }

    fn call(&mut self, called: Expression) -> Result<Expression, SyntaxError> {
        let (mut values, mut named) = (Vec::new(), Vec::new());
        while !self.takes_sign(")") {
            let value = self.expression()?;
            if self.takes_sign("=") {
                let Expression::Name(name) = value else { return self.wrong("invalid syntax") };
                named.push((name, self.expression()?));
            } else {
                values.push(value);
            }
            if !self.takes_sign(",") {
                self.needs_sign(")")?;
                break;
            }
        }
        Ok(Expression::Call(called.into(), values, named))
    }

    fn atom(&mut self) -> Result<Expression, SyntaxError> {
        let token = self.token().clone();
        let value = match token {
            Token::Number(number) => Expression::Number(number),
            Token::Text(text) => Expression::Text(text),
            Token::Name(name) => match name.as_str() {
                "None" => Expression::None,
                "True" => Expression::Flag(true),
                "False" => Expression::Flag(false),
                "if" | "else" | "elif" | "and" | "or" | "in" | "is" | "return" | "raise" => {
                    return self.wrong("invalid syntax");
                }
                _ => Expression::Name(name),
            },
            Token::Sign("(") => {
                self.at += 1;
                let inner = self.expression()?;
                self.needs_sign(")")?;
                return Ok(inner);
            }
            Token::Sign("[") => {
                self.at += 1;
                return Ok(Expression::List(self.items("]")?));
            }
            Token::Sign("{") => {
                self.at += 1;
                return self.set_or_dict();
            }
            Token::Sign(_) | Token::Newline | Token::Indent | Token::Dedent | Token::End => {
                return self.wrong("invalid syntax");
            }
        };
        self.at += 1;
        Ok(value)
    }

    fn items(&mut self, end: &'static str) -> Result<Vec<Expression>, SyntaxError> {
        let mut all = Vec::new();
        while !self.takes_sign(end) {
            all.push(self.expression()?);
            if !self.takes_sign(",") {
                self.needs_sign(end)?;
                break;
            }
        }
        Ok(all)
    }

    fn set_or_dict(&mut self) -> Result<Expression, SyntaxError> {
        if self.takes_sign("}") {
            return Ok(Expression::Dict(Vec::new()));
        }
        let first = self.expression()?;
        if !self.takes_sign(":") {
            let mut all = vec![first];
            if self.takes_sign(",") {
                all.extend(self.items("}")?);
            } else {
                self.needs_sign("}")?;
            }
            return Ok(Expression::Set(all));
        }
        let mut all = vec![(first, self.expression()?)];
        while self.takes_sign(",") && *self.token() != Token::Sign("}") {
            let key = self.expression()?;
            self.needs_sign(":")?;
            all.push((key, self.expression()?));
        }
        self.needs_sign("}")?;
        Ok(Expression::Dict(all))
    }
}
